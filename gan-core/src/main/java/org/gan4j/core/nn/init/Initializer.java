package org.gan4j.core.nn.init;

import java.util.function.Supplier;
import org.gan4j.core.config.Family;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A distribution of initial parameters. */
@Family("initializers")
public interface Initializer {
    /**
     * Returns FLOAT32 initial values.
     *
     * @param shape the parameter's shape; the last axis of weights counts outputs
     * @param fan the layer's connections
     * @param random the stream of this parameter, drawn from once
     */
    Tensor initial(Shape shape, Fan fan, RandomStream random);

    /** Returns the initializer of one value everywhere. */
    static Initializer constant(double value) {
        return new ConstantInitializer(value);
    }

    /** Returns the uniform distribution on [low, high). */
    static Initializer uniform(double low, double high) {
        return new UniformInitializer(low, high);
    }

    /** Returns the normal distribution with mean 0. */
    static Initializer normal(double sd) {
        return new NormalInitializer(sd);
    }

    /** Returns random orthonormal columns, or rows where there are fewer, times a gain. */
    static Initializer orthogonal(double gain) {
        return new OrthogonalInitializer(gain);
    }

    /** Returns the biases with which a sigmoid output begins at the data's means. */
    static Initializer marginalLogits(Supplier<Tensor> mean) {
        return new MarginalLogits(mean);
    }
}
