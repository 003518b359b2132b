package org.gan4j.core.nn.image;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Makes images larger by laying out channels as squares of pixels.
 *
 * <p>y_(i factor + a, j factor + b, c) = x_(i, j, (a factor + b) C + c) for a and b below factor and C = channels / factor^2:
 * [N, height, width, channels] becomes [N, factor height, factor width, C]. The square's place is the slowest part of the channel
 * of x, as in frameworks with channels last; those with channels first take c factor^2 + a factor + b.
 *
 * @param factor the height and width of a square, at least 1; channels must be a multiple of its square
 * @see <a href="https://arxiv.org/abs/1609.05158">Shi et al., Real-time single image and video super-resolution, 2016, equation
 *     4</a>
 */
@About(
        value = "Makes images larger by laying out channels as squares of pixels.",
        formula = "y_(i factor + a, j factor + b, c) = x_(i, j, (a factor + b) C + c)",
        paper = "Shi et al., Real-time single image and video super-resolution, 2016, https://arxiv.org/abs/1609.05158")
public record PixelShuffle(int factor) implements Layer {
    /** Twice as high and wide. */
    public static final PixelShuffle DEFAULTS = new PixelShuffle(2);

    /** Checks the factor. */
    public PixelShuffle {
        Sizes.atLeastOne("factor", factor);
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 3);
        int pixels = Math.multiplyExact(factor, factor);
        if (input.dim(2) % pixels != 0) {
            throw new IllegalArgumentException("PixelShuffle makes squares of " + factor + " x " + factor
                    + " pixels of channels, which must be a multiple of " + pixels + ", but images have shape "
                    + input);
        }
        return Shape.of(
                Math.multiplyExact(factor, input.dim(0)),
                Math.multiplyExact(factor, input.dim(1)),
                input.dim(2) / pixels);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Shape x = input.shape();
        int channels = x.dim(3) / (factor * factor);
        return input.reshape(Shape.of(x.dim(0), x.dim(1), x.dim(2), factor, factor, channels))
                .transpose(0, 1, 3, 2, 4, 5)
                .reshape(Shape.of(x.dim(0), factor * x.dim(1), factor * x.dim(2), channels));
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
