package org.gan4j.core.sampling;

import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * A source of samples: a generator at some state of its training, a chain, a decoder, the data themselves, or a file.
 *
 * <p>Evaluators, pictures and selections know samplers only.
 */
@FunctionalInterface
public interface Sampler {
    /**
     * Returns samples, [count, ...], with labels where the sampler makes samples of labels. They belong to the scope of the
     * caller.
     *
     * @param count how many, at least 1
     * @param random the stream that all of them are drawn from; the same stream gives the same samples
     */
    Samples sample(int count, RandomStream random);

    /**
     * Returns a sampler of given samples, of which the first ones are handed out whatever the stream.
     *
     * @param samples [n, ...]
     */
    static Sampler of(Tensor samples) {
        return new GivenSamples(samples);
    }
}
