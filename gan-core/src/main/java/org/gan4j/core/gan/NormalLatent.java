package org.gan4j.core.gan;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * Independent normal coordinates of mean 0.
 *
 * @param size the number of coordinates, at least 1
 * @param deviation the standard deviation of each, finite and above 0
 */
@About(value = "Independent normal coordinates of mean 0.", formula = "z_i ~ N(0, deviation^2)")
public record NormalLatent(int size, @Default("1") double deviation) implements Latent {
    public NormalLatent {
        Require.that(size >= 1, "size of the latent vector", size, "at least 1");
        Require.above("deviation", deviation, 0);
    }

    /** Returns standard normal coordinates. */
    public static NormalLatent standard(int size) {
        return new NormalLatent(size, 1);
    }

    @Override
    public Samples sample(int count, RandomStream random) {
        return new Samples(random.normal(Shape.of(count, size), 0, deviation), Optional.empty());
    }
}
