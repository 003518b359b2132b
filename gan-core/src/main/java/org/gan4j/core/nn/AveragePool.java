package org.gan4j.core.nn;

import org.gan4j.core.config.About;
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
        Sizes.rank(this, input, 3);
        if (input.dim(0) % factor != 0 || input.dim(1) % factor != 0) {
            throw new IllegalArgumentException("AveragePool takes the means of squares of " + factor + " x " + factor
                    + " pixels, which images of shape " + input + " cannot be cut into");
        }
        return Shape.of(input.dim(0) / factor, input.dim(1) / factor, input.dim(2));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Shape x = input.shape();
        int height = x.dim(1) / factor;
        int width = x.dim(2) / factor;
        return input.reshape(Shape.of(x.dim(0), height, factor, width, factor, x.dim(3)))
                .mean(2, 4);
    }
}
