package org.gan4j.losses.transform;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * Gaussian noise: T x = x + deviation n.
 *
 * <p>For samples of any shape; n is a number of its own for each number of each sample.
 *
 * @param deviation the standard deviation in the units of the data, finite and at least 0
 */
@About(value = "Adds normal noise.", formula = "x + deviation n")
public record GaussianNoise(double deviation) implements Augmentation {
    /** A deviation of 0.1. */
    public static final GaussianNoise DEFAULTS = new GaussianNoise(0.1);

    /** Checks the deviation. */
    public GaussianNoise {
        Require.atLeast("deviation", deviation, 0);
    }

    @Override
    public Tensor apply(Tensor samples, RandomStream random) {
        return samples.plus(random.split("noise").normal(samples.dtype(), samples.shape(), 0, deviation));
    }
}
