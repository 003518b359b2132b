package org.gan4j.core.nn.norm;

/** By what the weights of a convolution are divided in spectral normalisation. */
public enum ConvolutionNorm {
    /**
     * The spectral norm of the weights as a matrix [kernel height * kernel width * in, out], as in the paper. The map from
     * image to image can stretch distances by more: a pixel lies in up to kernel height * kernel width windows.
     */
    MATRIX,
    /**
     * That norm times sqrt(kernel height * kernel width), an upper bound of the norm of the map from image to image with any
     * stride and padding: no distance grows. It is generous where windows overlap less, as with a stride.
     */
    BOUND
}
