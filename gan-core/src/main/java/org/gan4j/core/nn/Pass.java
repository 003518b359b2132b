package org.gan4j.core.nn;

import java.util.Optional;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * What a network may know during one pass besides its parameters and its input: why it is run, the step, a source of
 * randomness, the labels of the samples, and the buffers it reads and proposes new values for.
 *
 * <p>Nothing is changed by a pass; {@link ForwardPass} collects the proposed values, and whoever runs the step commits
 * them.
 */
public interface Pass {
    /** Returns whether the network trains or is evaluated. */
    PassMode mode();

    /** Returns the number of training steps done before this one. */
    long step();

    /** Returns the stream of this component; each draw names itself with {@code split}. */
    RandomStream random();

    /** Returns the class numbers of the samples that pass through, [N]; empty when they have none. */
    Optional<Tensor> labels();

    /**
     * Returns a buffer's value: the latest of this pass if it was updated, else the stored one.
     *
     * @throws IllegalArgumentException if there is no such buffer
     */
    Tensor buffer(String name);

    /** Proposes a new value for a buffer; a pass in evaluation and one {@link #withoutUpdates} drop it. */
    void update(String name, Tensor value);

    /**
     * Tells whether a buffer that changes once per update is to be changed now: the pass keeps updates, and none of this
     * buffer has been proposed yet, by whichever application of the network.
     */
    boolean awaitsUpdate(String name);

    /** Returns the same pass for computations that must leave no trace in the buffers, such as a penalty's. */
    Pass withoutUpdates();

    /**
     * Returns the pass of a part of the network: its stream is {@code random().split(name)} and the names of its buffers
     * are preceded by {@code name} and a dot.
     */
    Pass at(String name);

    /** Returns the same pass with another stream: a second application of one network draws numbers of its own. */
    Pass withRandom(RandomStream random);

    /**
     * Returns the same pass for samples with these class numbers, or with none: a conditional network hands on those of
     * its samples so, {@code layers.apply(parameters, samples.values(), pass.withLabels(samples.labels()))}.
     */
    Pass withLabels(Optional<Tensor> labels);

    /** Returns whether the mode is TRAINING. */
    default boolean training() {
        return mode() == PassMode.TRAINING;
    }
}
