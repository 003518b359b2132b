package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Normal with mean 0.
 *
 * @param sd the standard deviation, at least 0
 */
@About("Normal with mean 0.")
public record NormalInitializer(double sd) implements Initializer {
    /** The standard deviation of the DCGAN paper. */
    public static final NormalInitializer DEFAULTS = new NormalInitializer(0.02);

    /** Checks the standard deviation. */
    public NormalInitializer {
        Require.that(sd >= 0 && sd < Double.POSITIVE_INFINITY, "sd", sd, "a finite number of at least 0");
    }

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        return random.normal(shape, 0, sd);
    }
}
