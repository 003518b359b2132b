package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/**
 * Convolution of images, channels last, and its two derivatives. All three are bilinear, and the derivatives of each are
 * the other two. Results are the same at every number of threads, unless a kernel set says otherwise.
 */
public interface ConvolutionKernels {
    /** z = the convolution of x with the weights w. */
    void forward(Block x, Block w, Block z, ConvolutionSizes sizes);

    /** x = the transposed convolution of z with the weights w: the derivative of {@code <z, forward(x, w)>} in x. */
    void backwardData(Block z, Block w, Block x, ConvolutionSizes sizes);

    /** w = the derivative of {@code <z, forward(x, w)>} in w: every z times the patch of x under its window. */
    void backwardWeights(Block x, Block z, Block w, ConvolutionSizes sizes);
}
