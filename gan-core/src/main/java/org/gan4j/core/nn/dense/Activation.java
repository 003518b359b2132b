package org.gan4j.core.nn.dense;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Family;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** A layer without parameters that applies one function to every number. */
@Family("activations")
public interface Activation extends Layer {
    /** Returns the function of every number. */
    Tensor of(Tensor x);

    @Override
    default Shape output(Shape input) {
        return input;
    }

    @Override
    default Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return of(input);
    }

    @Override
    default boolean bounded() {
        return true;
    }

    /** Returns the identity. */
    static Activation identity() {
        return new Identity();
    }

    /** Returns max(0, x). */
    static Activation relu() {
        return new Relu();
    }

    /** Returns 1 / (1 + exp(-x)). */
    static Activation sigmoid() {
        return new Sigmoid();
    }

    /** Returns the hyperbolic tangent. */
    static Activation tanh() {
        return new Tanh();
    }

    /** Returns max(x, slope x). */
    static Activation leakyRelu(double slope) {
        return new LeakyRelu(slope);
    }

    /** The identity: y = x. */
    @About(value = "The identity.", formula = "y = x")
    record Identity() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x;
        }
    }

    /** The rectifier: y = max(0, x), with derivative 0 at 0. */
    @About(value = "The rectifier.", formula = "y = max(0, x)")
    record Relu() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.relu();
        }
    }

    /**
     * The leaky rectifier: y = x for x above 0, else slope x.
     *
     * @param slope in [0, 1]
     */
    @About(value = "The leaky rectifier.", formula = "y = max(x, slope x)")
    record LeakyRelu(double slope) implements Activation {
        /** The slope of the DCGAN paper. */
        public static final LeakyRelu DEFAULTS = new LeakyRelu(0.2);

        /** Checks the slope. */
        public LeakyRelu {
            Require.that(slope >= 0 && slope <= 1, "slope", slope, "in [0, 1]");
        }

        @Override
        public Tensor of(Tensor x) {
            return x.leakyRelu(slope);
        }
    }

    /**
     * The exponential linear unit: y = x for x above 0, else alpha (exp(x) - 1).
     *
     * @param alpha above 0
     */
    @About(value = "The exponential linear unit.", formula = "y = x above 0, else alpha (exp(x) - 1)")
    record Elu(double alpha) implements Activation {
        /** Alpha 1. */
        public static final Elu DEFAULTS = new Elu(1);

        /** Checks alpha. */
        public Elu {
            Require.that(alpha > 0 && alpha < Double.POSITIVE_INFINITY, "alpha", alpha, "a finite number above 0");
        }

        @Override
        public Tensor of(Tensor x) {
            return x.elu(alpha);
        }
    }

    /** The logistic function: y = 1 / (1 + exp(-x)). */
    @About(value = "The logistic function.", formula = "y = 1 / (1 + exp(-x))")
    record Sigmoid() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.sigmoid();
        }
    }

    /** The hyperbolic tangent. */
    @About(value = "The hyperbolic tangent.", formula = "y = tanh(x)")
    record Tanh() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.tanh();
        }
    }

    /** The smooth rectifier: y = log(1 + exp(x)). */
    @About(value = "The smooth rectifier.", formula = "y = log(1 + exp(x))")
    record Softplus() implements Activation {
        @Override
        public Tensor of(Tensor x) {
            return x.softplus();
        }
    }
}
