package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * One value everywhere; nothing is drawn.
 *
 * @param value the value, finite
 */
@About("One value everywhere; a bare number means this.")
public record ConstantInitializer(double value) implements Initializer {
    /** Zeros. */
    public static final ConstantInitializer DEFAULTS = new ConstantInitializer(0);

    /** Checks the value. */
    public ConstantInitializer {
        Require.that(Math.abs(value) < Double.POSITIVE_INFINITY, "value", value, "a finite number");
    }

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        return Tensor.full(DType.FLOAT32, shape, value);
    }
}
