package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Variance gain^2 * 2 / (in + out), which keeps the variances of activations and gradients in balance for functions of
 * slope 1 at 0.
 *
 * @param distribution uniform, on plus or minus sqrt(3 variance), or normal
 * @param gain the factor of the standard deviation, above 0
 * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot and Bengio, 2010, equation 16</a>
 */
@About(
        value = "Variance from the inputs and outputs of a layer.",
        formula = "variance = gain^2 * 2 / (in + out)",
        paper = "Glorot and Bengio, 2010")
public record Glorot(WeightDistribution distribution, double gain) implements Initializer {
    /** The uniform distribution with gain 1. */
    public static final Glorot DEFAULTS = new Glorot(WeightDistribution.UNIFORM, 1);

    /** Checks the gain. */
    public Glorot {
        Require.that(gain > 0 && gain < Double.POSITIVE_INFINITY, "gain", gain, "a finite number above 0");
    }

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        return distribution.draw(shape, gain * Math.sqrt(2.0 / (fan.in() + fan.out())), random);
    }
}
