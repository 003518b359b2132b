package org.gan4j.core.sampling;

import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.random.RandomStream;

/**
 * A sampler whose next samples depend on its last: a Langevin or a Gibbs chain. The state of the chain is a value; a game
 * keeps it among its variables, the extra variables of its state, so that a checkpoint holds it.
 */
public interface Chain {
    /** Returns the state before the first draw. */
    Buffers start(RandomStream random);

    /**
     * Returns samples and the state after them; changes nothing.
     *
     * @param count how many samples
     * @param state from {@link #start} or the draw before
     * @param random the stream of this draw
     */
    Drawn next(int count, Buffers state, RandomStream random);

    /** Returns the sampler that begins every draw at one state of the chain. */
    default Sampler from(Buffers state) {
        return (count, random) -> next(count, state, random).samples();
    }

    /**
     * What one draw gives.
     *
     * @param samples [count, ...]
     * @param state the chain's state after them
     */
    record Drawn(Samples samples, Buffers state) {}
}
