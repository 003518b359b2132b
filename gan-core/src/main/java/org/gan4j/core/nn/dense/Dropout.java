package org.gan4j.core.nn.dense;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Sets each number to 0 with probability 1 - keep in training, and divides the others by keep; in evaluation the
 * identity.
 *
 * <p>y = x * mask / keep, with a mask of 0 and 1 drawn for every number of every example from the layer's own stream, so
 * that the mean of y is x. The gradient passes through the same mask.
 *
 * @param keep the probability that a number stays, in (0, 1]: 0.8 for the input and 0.5 for hidden layers of the 2014
 *     paper's discriminator
 * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al., Dropout, 2014, section 10
 *     (inverted)</a>
 */
@About(
        value = "Sets numbers to 0 at random in training and divides the others by keep.",
        formula = "y = x mask / keep",
        paper = "Srivastava et al., Dropout, 2014")
public record Dropout(double keep) implements Layer {
    /** Checks the probability. */
    public Dropout {
        Require.that(keep > 0 && keep <= 1, "keep", keep, "in (0, 1]");
    }

    @Override
    public Shape output(Shape input) {
        return input;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        if (!pass.training() || keep == 1) {
            return input;
        }
        Tensor mask = pass.random().split("mask").mask(input.dtype(), input.shape(), keep, 1 / keep);
        return input.times(mask);
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
