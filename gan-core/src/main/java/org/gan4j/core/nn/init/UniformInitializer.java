package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Uniform on [low, high).
 *
 * @param low the least value
 * @param high the bound above, greater than {@code low}
 */
@About("Uniform on [low, high).")
public record UniformInitializer(double low, double high) implements Initializer {
    /** Checks the bounds. */
    public UniformInitializer {
        Require.that(Math.abs(low) < Double.POSITIVE_INFINITY, "low", low, "a finite number");
        Require.that(high > low && high < Double.POSITIVE_INFINITY, "high", high, "a finite number above low = " + low);
    }

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        return random.uniform(shape, low, high);
    }
}
