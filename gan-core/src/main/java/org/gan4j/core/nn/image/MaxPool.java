package org.gan4j.core.nn.image;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Makes images smaller by the largest number of every square of pixels.
 *
 * <p>y_(i,j,c) = max of x_(i factor + a, j factor + b, c) over a and b below factor; [N, height, width, channels] becomes
 * [N, height / factor, width / factor, channels]. Height and width must be multiples of the factor. Where numbers tie, they
 * share the gradient evenly.
 *
 * <p>Gradients reach one pixel of each square only, and second derivatives are 0: convolutions with a stride are the usual
 * choice in these networks.
 *
 * @param factor the height and width of a square, at least 1
 */
@About(
        value = "Makes images smaller by the largest number of every square of pixels.",
        formula = "y_ij = max_ab x_(i factor + a, j factor + b)")
public record MaxPool(int factor) implements Layer {
    /** Half as high and wide. */
    public static final MaxPool DEFAULTS = new MaxPool(2);

    /** Checks the factor. */
    public MaxPool {
        Sizes.atLeastOne("factor", factor);
    }

    @Override
    public Shape output(Shape input) {
        return Sizes.divided(this, input, factor);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return input.reshape(Sizes.squares(input.shape(), factor)).max(2, 4);
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
