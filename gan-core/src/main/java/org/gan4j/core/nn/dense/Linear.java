package org.gan4j.core.nn.dense;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.nn.init.Fan;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * An affine map: y = x W + b.
 *
 * <p>x is [N, in], W (named "weight") [in, units], b (named "bias") [units], y [N, units].
 *
 * @param units the number of outputs, at least 1
 * @param weights the initial weights
 * @param biases the initial biases; empty for a map without them
 */
@About(value = "An affine map.", formula = "y = x W + b")
public record Linear(
        int units,
        @Default("glorot") Initializer weights,
        @Default("0") Optional<Initializer> biases) implements Layer {
    /** Checks the settings. */
    public Linear {
        Sizes.atLeastOne("units", units);
    }

    /** Returns a map whose biases start at 0. */
    public static Linear of(int units, Initializer weights) {
        return new Linear(units, weights, Optional.of(Initializer.constant(0)));
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 1);
        return Shape.of(units);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Sizes.rank(this, input, 1);
        Fan fan = new Fan(input.dim(0), units);
        return affine(fan, weights, biases, random);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return affine(parameters, input);
    }

    static Parameters affine(Fan fan, Initializer weights, Optional<Initializer> biases, RandomStream random) {
        Parameters parameters = Parameters.empty()
                .with("weight", weights.initial(Shape.of(fan.in(), fan.out()), fan, random.split("weight")));
        return biases.isEmpty()
                ? parameters
                : parameters.with("bias", biases.get().initial(Shape.of(fan.out()), fan, random.split("bias")));
    }

    static Tensor affine(Parameters parameters, Tensor input) {
        Tensor weight = parameters.get("weight");
        return parameters.contains("bias") ? input.affine(weight, parameters.get("bias")) : input.matmul(weight);
    }
}
