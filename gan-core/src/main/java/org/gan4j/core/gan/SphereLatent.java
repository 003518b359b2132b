package org.gan4j.core.gan;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Vectors uniform on the sphere of radius sqrt(size), so that each coordinate has variance 1.
 *
 * <p>z = sqrt(size) * n / |n| with n standard normal.
 *
 * @param size the number of coordinates, at least 1
 */
@About(value = "Uniform on the sphere of radius sqrt(size).", formula = "z = sqrt(size) n / |n|, n ~ N(0, I)")
public record SphereLatent(int size) implements Latent {
    public SphereLatent {
        Require.that(size >= 1, "size of the latent vector", size, "at least 1");
    }

    @Override
    public Samples sample(int count, RandomStream random) {
        Tensor normal = random.normal(Shape.of(count, size));
        Tensor length = normal.square().sumKeeping(1).sqrt();
        return new Samples(normal.dividedBy(length).times(Math.sqrt(size)), Optional.empty());
    }
}
