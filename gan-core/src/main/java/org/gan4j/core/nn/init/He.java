package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Variance 2 / in, which keeps the variance of activations through rectifiers.
 *
 * @param distribution uniform, on plus or minus sqrt(3 variance), or normal
 * @see <a href="https://arxiv.org/abs/1502.01852">He et al., Delving deep into rectifiers, 2015, equation 10</a>
 */
@About(
        value = "Variance from the inputs of a layer, for rectifiers.",
        formula = "variance = 2 / in",
        paper = "He et al., Delving deep into rectifiers, 2015, https://arxiv.org/abs/1502.01852")
public record He(WeightDistribution distribution) implements Initializer {
    /** The normal distribution. */
    public static final He DEFAULTS = new He(WeightDistribution.NORMAL);

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        return distribution.draw(shape, Math.sqrt(2.0 / fan.in()), random);
    }
}
