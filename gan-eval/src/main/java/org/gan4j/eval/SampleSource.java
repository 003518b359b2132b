package org.gan4j.eval;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** Where samples to be judged come from: a trained generator, the data themselves, or a file. */
@FunctionalInterface
public interface SampleSource {

    /**
     * Samples in the shape of the data, [count, ...], in float32.
     *
     * @param count how many
     * @param random the stream that all of them are drawn from; the same stream gives the same samples
     */
    Tensor generate(int count, RandomStream random);

    /**
     * Samples of given labels, in their order; only a conditional generator can be asked for them.
     *
     * @param labels class numbers [n]
     * @param random the stream that all of them are drawn from
     * @throws IllegalArgumentException if samples cannot be asked for by label
     */
    default Tensor generate(Tensor labels, RandomStream random) {
        throw new IllegalArgumentException(
                "this measure asks for samples by their label, which only a conditional generator"
                        + " gives: take the run of a conditional game");
    }

    /**
     * Given samples, of which the first ones are handed out whatever the stream.
     *
     * @param samples [n, ...]
     */
    static SampleSource of(Tensor samples) {
        return (count, random) -> {
            int given = samples.shape().dim(0);
            if (count > given) {
                throw new IllegalArgumentException(
                        "this measure needs " + count + " samples, but " + given + " were given");
            }
            return samples.slice(0, 0, count);
        };
    }
}
