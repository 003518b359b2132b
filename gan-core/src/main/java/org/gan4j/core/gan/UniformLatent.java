package org.gan4j.core.gan;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * Independent uniform coordinates on [-bound, bound).
 *
 * <p>With the bound sqrt(3) each coordinate has variance 1; this is the latent distribution of the code released with
 * Goodfellow et al., Generative Adversarial Nets, 2014.
 *
 * @param size the number of coordinates, at least 1
 * @param bound half the width of the interval, finite and above 0
 */
@About(
        value = "Independent uniform coordinates; variance 1 when the bound is sqrt(3).",
        formula = "z_i ~ U(-bound, bound)")
public record UniformLatent(
        int size, @Default("1.7320508075688772") double bound) implements Latent {
    /** The bound for which a coordinate has variance 1: sqrt(3). */
    public static final double UNIT_VARIANCE = Math.sqrt(3);

    public UniformLatent {
        Require.that(size >= 1, "size of the latent vector", size, "at least 1");
        Require.above("bound", bound, 0);
    }

    /** Returns coordinates of variance 1. */
    public static UniformLatent ofUnitVariance(int size) {
        return new UniformLatent(size, UNIT_VARIANCE);
    }

    @Override
    public Samples sample(int count, RandomStream random) {
        return new Samples(random.uniform(Shape.of(count, size), -bound, bound), Optional.empty());
    }
}
