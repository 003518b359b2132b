package org.gan4j.core.data;

import org.gan4j.core.tensor.Tensor;

/** An exact probability density. */
@FunctionalInterface
public interface Density {

    /**
     * Returns the natural logarithm of the density at each point, in nats.
     *
     * @param points [N, d], float32 or float64
     * @return N values; negative infinity where the density is zero
     */
    double[] logDensity(Tensor points);
}
