package org.gan4j.core.nn.dense;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A residual block of vectors with one hidden layer: y = x + V act(W act(x) + b) + c.
 *
 * <p>x and y are [N, size]; parameters are called "body.hidden.weight" (W), "body.hidden.bias", "body.output.weight" (V) and
 * "body.output.bias". The activation stands before each map, so that the identity is a way through the block without one.
 *
 * @param units the size of the hidden layer, at least 1
 * @param activation before each affine map
 * @param weights the initial weights; biases start at 0
 * @see <a href="https://arxiv.org/abs/1603.05027">He et al., Identity mappings in deep residual networks, 2016, figure 1 (b)</a>
 */
@About(
        value = "A residual block of vectors with one hidden layer.",
        formula = "y = x + V act(W act(x) + b) + c",
        paper = "He et al., Identity mappings in deep residual networks, 2016, https://arxiv.org/abs/1603.05027")
public record ResidualMlp(
        int units,
        @Default("relu") Activation activation,
        @Default("he") Initializer weights) implements Layer {
    public ResidualMlp {
        Require.that(units >= 1, "units", units, "at least 1");
        Objects.requireNonNull(activation, "activation is null");
        Objects.requireNonNull(weights, "weights is null");
    }

    private Residual block(int size) {
        return Residual.of(Sequential.of(
                activation,
                new NamedLayer("hidden", Linear.of(units, weights)),
                activation,
                new NamedLayer("output", Linear.of(size, weights))));
    }

    @Override
    public Layer sized(Shape input) {
        return block(input.dim(-1)).sized(input);
    }

    @Override
    public Shape output(Shape input) {
        return block(input.dim(-1)).output(input);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        return block(input.dim(-1)).init(input, random);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return block(input.shape().dim(-1)).apply(parameters, input, pass);
    }
}
