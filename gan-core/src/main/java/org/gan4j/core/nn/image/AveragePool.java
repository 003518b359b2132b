package org.gan4j.core.nn.image;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Makes images smaller by the mean of every square of pixels.
 *
 * <p>y_(i,j,c) = mean of x_(i factor + a, j factor + b, c) over a and b below factor; [N, height, width, channels] becomes
 * [N, height / factor, width / factor, channels]. Height and width must be multiples of the factor.
 *
 * @param factor the height and width of a square, at least 1
 */
@About(
        value = "Makes images smaller by the mean of every square of pixels.",
        formula = "y_ij = mean_ab x_(i factor + a, j factor + b)")
public record AveragePool(int factor) implements Layer {
    /** Half as high and wide. */
    public static final AveragePool DEFAULTS = new AveragePool(2);

    /** Checks the factor. */
    public AveragePool {
        Sizes.atLeastOne("factor", factor);
    }

    @Override
    public Shape output(Shape input) {
        return Sizes.divided(this, input, factor);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return input.reshape(Sizes.squares(input.shape(), factor)).mean(2, 4);
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
