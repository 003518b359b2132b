package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Another initializer's numbers plus a constant: w = offset + draw.
 *
 * <p>For scales of a normalisation that start near 1, such as normal with mean 1 and deviation 0.02 in the DCGAN code.
 *
 * @param offset what is added, finite
 * @param draw the numbers it is added to
 */
@About(value = "Another initializer's numbers plus a constant.", formula = "w = offset + draw")
public record OffsetInitializer(double offset, Initializer draw) implements Initializer {
    /** Checks the constant. */
    public OffsetInitializer {
        Require.that(Double.isFinite(offset), "offset", offset, "a finite number");
    }

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        return draw.initial(shape, fan, random).plus(offset);
    }
}
