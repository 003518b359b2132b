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
 * Units that each output the largest of several affine maps of the input.
 *
 * <p>y[n, j] = max over k of (x W + b)[n, j * pieces + k]. x is [N, in], W (named "weight") [in, units * pieces],
 * b (named "bias") [units * pieces], y [N, units]. Where pieces tie, the gradient goes to the first.
 *
 * @param units the number of outputs, at least 1
 * @param pieces the number of affine maps of a unit, at least 1
 * @param weights the initial weights; a layer counts units * pieces outputs for them
 * @param biases the initial biases; empty for maps without them
 * @see <a href="https://arxiv.org/abs/1302.4389">Goodfellow et al., Maxout networks, 2013, section 3</a>
 */
@About(
        value = "Units that each output the largest of several affine maps.",
        formula = "y_j = max_k (x W + b)[j * pieces + k]",
        paper = "Goodfellow et al., Maxout networks, 2013, https://arxiv.org/abs/1302.4389")
public record Maxout(
        int units,
        int pieces,
        @Default("glorot") Initializer weights,
        @Default("0") Optional<Initializer> biases) implements Layer {
    /** Checks the settings. */
    public Maxout {
        Sizes.atLeastOne("units", units);
        Sizes.atLeastOne("pieces", pieces);
    }

    /** Returns a layer whose biases start at 0. */
    public static Maxout of(int units, int pieces, Initializer weights) {
        return new Maxout(units, pieces, weights, Optional.of(Initializer.constant(0)));
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 1);
        return Shape.of(units);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Sizes.rank(this, input, 1);
        return Linear.affine(new Fan(input.dim(0), units * pieces), weights, biases, random);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return Linear.affine(parameters, input).maxout(pieces);
    }
}
