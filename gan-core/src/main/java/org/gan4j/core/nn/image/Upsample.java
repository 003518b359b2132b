package org.gan4j.core.nn.image;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Makes images larger by repeating every pixel: the nearest neighbour.
 *
 * <p>y_(i,j,c) = x_(i / factor, j / factor, c), rounded down; [N, height, width, channels] becomes
 * [N, factor height, factor width, channels].
 *
 * @param factor how often a pixel is repeated each way, at least 1
 */
@About(value = "Makes images larger by repeating every pixel.", formula = "y_ij = x_(i / factor, j / factor)")
public record Upsample(int factor) implements Layer {
    /** Twice as high and wide. */
    public static final Upsample DEFAULTS = new Upsample(2);

    /** Checks the factor. */
    public Upsample {
        Sizes.atLeastOne("factor", factor);
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 3);
        return Shape.of(
                Math.multiplyExact(factor, input.dim(0)), Math.multiplyExact(factor, input.dim(1)), input.dim(2));
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Shape x = input.shape();
        return input.reshape(Shape.of(x.dim(0), x.dim(1), 1, x.dim(2), 1, x.dim(3)))
                .broadcastTo(Shape.of(x.dim(0), x.dim(1), factor, x.dim(2), factor, x.dim(3)))
                .reshape(Shape.of(x.dim(0), factor * x.dim(1), factor * x.dim(2), x.dim(3)));
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
