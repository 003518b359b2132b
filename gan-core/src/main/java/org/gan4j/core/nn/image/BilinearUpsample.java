package org.gan4j.core.nn.image;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Makes images larger by interpolating between the four nearest pixels.
 *
 * <p>Along each axis y_p = (1 - t) x_i + t x_(i+1) with i + t = (p + 1/2) / factor - 1/2, the place of the middle of pixel p among
 * the middles of the pixels of x; places outside the image take its edge. [N, height, width, channels] becomes [N, factor
 * height, factor width, channels]. Some frameworks put the corners on each other instead (align_corners).
 *
 * @param factor how many times as high and wide, at least 1
 */
@About(
        value = "Makes images larger by interpolating between pixels.",
        formula = "y_p = (1 - t) x_i + t x_(i+1) along each axis, i + t = (p + 1/2) / factor - 1/2")
public record BilinearUpsample(int factor) implements Layer {
    /** Twice as high and wide. */
    public static final BilinearUpsample DEFAULTS = new BilinearUpsample(2);

    /** Checks the factor. */
    public BilinearUpsample {
        Sizes.atLeastOne("factor", factor);
    }

    @Override
    public Shape output(Shape input) {
        return new Upsample(factor).output(input);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return along(2, along(1, input));
    }

    /** Interpolates along the rows, axis 1, or the columns, axis 2, of images. */
    private Tensor along(int axis, Tensor x) {
        int[] dims = x.shape().dims();
        int size = dims[axis];
        Tensor first = x.slice(axis, 0, 1);
        Tensor last = x.slice(axis, size - 1, size);
        Tensor before = size == 1 ? x : Tensor.concatenate(axis, first, x.slice(axis, 0, size - 1));
        Tensor after = size == 1 ? x : Tensor.concatenate(axis, x.slice(axis, 1, size), last);
        Shape apart = axis == 1
                ? Shape.of(dims[0], dims[1], 1, dims[2], dims[3])
                : Shape.of(dims[0], dims[1], dims[2], 1, dims[3]);
        Tensor[] places = new Tensor[factor];
        for (int place = 0; place < factor; place++) {
            double t = (place + 0.5) / factor - 0.5;
            Tensor neighbour = t < 0 ? before : after;
            Tensor between = x.times(1 - Math.abs(t)).plus(neighbour.times(Math.abs(t)));
            places[place] = between.reshape(apart);
        }
        dims[axis] = factor * size;
        return Tensor.concatenate(axis + 1, places).reshape(Shape.of(dims));
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
