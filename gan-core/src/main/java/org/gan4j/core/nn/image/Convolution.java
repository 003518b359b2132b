package org.gan4j.core.nn.image;

import static org.gan4j.core.tensor.Convolutions.convolve;

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
 * A convolution of images with square weights; a stride above 1 makes them smaller.
 *
 * <p>y_(i,j,o) = sum over a, b and c of x_(i stride + a - padding, j stride + b - padding, c) W_(a,b,c,o) + b_o, with zeros
 * outside the image. x is [N, height, width, in], W (named "weight") [kernel, kernel, in, channels], b (named "bias")
 * [channels], y [N, height', width', channels] with height' = floor((height + 2 padding - kernel) / stride) + 1.
 *
 * <p>The fan of the initial weights: an output has kernel^2 in inputs; an input has kernel^2 channels / stride^2 outputs on
 * average, rounded up. Some frameworks leave the stride out, which matters to initial weights that count outputs.
 *
 * @param channels the numbers of a pixel of the output, at least 1
 * @param kernel the height and width of the weights, at least 1
 * @param stride how many pixels of x lie between neighbouring pixels of y, at least 1
 * @param padding the rows and columns of zeros on each side, at least 0
 * @param weights the initial weights
 * @param biases the initial biases; empty for a convolution without them
 * @see org.gan4j.core.tensor.Convolutions#convolve
 */
@About(
        value = "A convolution of images, which a stride makes smaller.",
        formula = "y_ij = sum_ab x_(i stride + a - padding, j stride + b - padding) W_ab + b")
public record Convolution(
        int channels,
        int kernel,
        @Default("1") int stride,
        @Default("0") int padding,
        @Default("glorot") Initializer weights,
        @Default("0") Optional<Initializer> biases)
        implements Layer {
    /** Checks the settings. */
    public Convolution {
        Sizes.atLeastOne("channels", channels);
        Sizes.atLeastOne("kernel", kernel);
        Sizes.atLeastOne("stride", stride);
        Require.that(padding >= 0, "padding", padding, "at least 0");
    }

    /** Returns a convolution whose biases start at 0. */
    public static Convolution of(int channels, int kernel, int stride, int padding, Initializer weights) {
        return new Convolution(channels, kernel, stride, padding, weights, Optional.of(Initializer.constant(0)));
    }

    /** Returns the same convolution without biases. */
    public Convolution withoutBiases() {
        return new Convolution(channels, kernel, stride, padding, weights, Optional.empty());
    }

    @Override
    public Shape output(Shape input) {
        Sizes.rank(this, input, 3);
        return Shape.of(sliding().rows(input.dim(0), kernel), sliding().columns(input.dim(1), kernel), channels);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Sizes.rank(this, input, 3);
        int in = input.dim(2);
        Fan fan = new Fan(kernel * kernel * in, Sizes.dividedUp(kernel * kernel * channels, stride * stride));
        Tensor weight = weights.initial(Shape.of(kernel, kernel, in, channels), fan, random.split("weight"));
        return withBias(weight, channels, biases, fan, random);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return plusBias(convolve(input, parameters.get("weight"), sliding()), parameters);
    }

    private Sliding sliding() {
        return Sliding.by(stride).padded(padding);
    }

    static Parameters withBias(
            Tensor weight, int channels, Optional<Initializer> biases, Fan fan, RandomStream random) {
        Parameters parameters = Parameters.empty().with("weight", weight);
        return biases.isEmpty()
                ? parameters
                : parameters.with("bias", biases.get().initial(Shape.of(channels), fan, random.split("bias")));
    }

    static Tensor plusBias(Tensor images, Parameters parameters) {
        return parameters.contains("bias") ? images.plus(parameters.get("bias")) : images;
    }
}
