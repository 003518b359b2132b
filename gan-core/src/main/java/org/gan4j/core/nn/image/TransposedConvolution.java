package org.gan4j.core.nn.image;

import static org.gan4j.core.tensor.Convolutions.transposed;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.nn.init.Fan;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Sliding;
import org.gan4j.core.tensor.Tensor;

/**
 * A transposed convolution of images with square weights; a stride above 1 makes them larger. It is also called fractionally
 * strided convolution, and, wrongly, deconvolution.
 *
 * <p>y_(p,q,o) = sum of x_(i,j,c) W_(a,b,o,c) over all i, j, a, b and c with i stride + a - padding = p and
 * j stride + b - padding = q, plus b_o. x is [N, height, width, in], W (named "weight") [kernel, kernel, channels, in], which
 * are the weights of the {@link Convolution} that this transposes, b (named "bias") [channels], y [N, height', width',
 * channels] with height' = (height - 1) stride + kernel - 2 padding + outputPadding. Kernel 5, stride 2, padding 2 and output
 * padding 1 double the size, as do 4, 2, 1 and 0.
 *
 * <p>The fan of the initial weights: an output has kernel^2 in / stride^2 inputs on average, rounded up; an input has
 * kernel^2 channels outputs. The distribution sees them as [kernel, kernel, in, channels]. Other frameworks count inputs
 * otherwise.
 *
 * @param channels the numbers of a pixel of the output, at least 1
 * @param kernel the height and width of the weights, at least 1
 * @param stride how many pixels of y lie between the windows of neighbouring pixels of x, at least 1
 * @param padding the rows and columns cut off on each side, at least 0
 * @param outputPadding the rows and columns added at the end, at least 0 and below the stride
 * @param weights the initial weights
 * @param biases the initial biases; empty for a transposed convolution without them
 * @see org.gan4j.core.tensor.Convolutions#transposed
 */
@About(
        value = "A transposed convolution of images, which a stride makes larger.",
        formula = "y_pq = sum x_ij W_ab + b over i stride + a - padding = p, j stride + b - padding = q")
public record TransposedConvolution(
        int channels,
        int kernel,
        @Default("1") int stride,
        @Default("0") int padding,
        @Default("0") int outputPadding,
        @Default("glorot") Initializer weights,
        @Default("0") Optional<Initializer> biases)
        implements Layer {
    /** Checks the settings. */
    public TransposedConvolution {
        Sizes.atLeastOne("channels", channels);
        Sizes.atLeastOne("kernel", kernel);
        Sizes.atLeastOne("stride", stride);
        Require.that(padding >= 0, "padding", padding, "at least 0");
        Require.that(
                outputPadding >= 0 && outputPadding < stride,
                "outputPadding",
                outputPadding,
                "at least 0 and below the stride " + stride);
    }

    /**
     * Returns one that makes images larger by the stride exactly, with biases that start at 0.
     *
     * @throws IllegalArgumentException if the kernel is smaller than the stride, or even with a stride of 1
     */
    public static TransposedConvolution enlarging(int channels, int kernel, int stride, Initializer weights) {
        Require.that(kernel >= stride, "kernel", kernel, "at least the stride " + stride);
        Require.that(stride > 1 || kernel % 2 == 1, "kernel", kernel, "odd for a stride of 1");
        int cut = kernel - stride;
        int padding = Sizes.dividedUp(cut, 2);
        return new TransposedConvolution(
                channels, kernel, stride, padding, 2 * padding - cut, weights, Optional.of(Initializer.constant(0)));
    }

    /** Returns the same without biases. */
    public TransposedConvolution withoutBiases() {
        return with(Optional.empty());
    }

    /** Returns the same with these initial biases, or with none. */
    public TransposedConvolution with(Optional<Initializer> others) {
        return new TransposedConvolution(channels, kernel, stride, padding, outputPadding, weights, others);
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 3);
        return Shape.of(
                sliding().transposedRows(input.dim(0), kernel, outputPadding),
                sliding().transposedColumns(input.dim(1), kernel, outputPadding),
                channels);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Sizes.rank(this, input, 3);
        int in = input.dim(2);
        Fan fan = new Fan(Sizes.dividedUp(kernel * kernel * in, stride * stride), kernel * kernel * channels);
        Tensor weight = weights.initial(Shape.of(kernel, kernel, in, channels), fan, random.split("weight"))
                .transpose(0, 1, 3, 2);
        return Convolution.withBias(weight, channels, biases, fan, random);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Tensor images = transposed(input, parameters.get("weight"), sliding(), outputPadding, outputPadding);
        return Convolution.plusBias(images, parameters);
    }

    private Sliding sliding() {
        return Sliding.by(stride).padded(padding);
    }
}
