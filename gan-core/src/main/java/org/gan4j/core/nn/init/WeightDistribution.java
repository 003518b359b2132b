package org.gan4j.core.nn.init;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** The form of a distribution of initial weights with mean 0 and a given standard deviation. */
public enum WeightDistribution {
    /** Uniform on plus or minus sqrt(3) standard deviations. */
    UNIFORM,
    /** Normal. */
    NORMAL;

    Tensor draw(Shape shape, double sd, RandomStream random) {
        double bound = Math.sqrt(3) * sd;
        return this == UNIFORM ? random.uniform(shape, -bound, bound) : random.normal(shape, 0, sd);
    }
}
