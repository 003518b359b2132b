package org.gan4j.core.sampling;

import java.util.Objects;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * Samples that are there already, such as those of a file: the first ones are handed out, whatever the stream.
 *
 * @param values the samples [n, ...]
 */
public record GivenSamples(Tensor values) implements Sampler {
    public GivenSamples {
        Objects.requireNonNull(values, "values is null");
    }

    /** Returns how many there are. */
    public int size() {
        return values.shape().dim(0);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there are fewer
     */
    @Override
    public Samples sample(int count, RandomStream random) {
        if (count > size()) {
            throw new IllegalArgumentException(
                    "this measure needs " + count + " samples, but " + size() + " were given");
        }
        return Samples.of(values.slice(0, 0, count));
    }
}
