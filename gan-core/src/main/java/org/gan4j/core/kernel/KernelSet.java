package org.gan4j.core.kernel;

import java.util.SortedMap;

/**
 * One implementation of every family of kernels.
 *
 * <p>All operands are dense, row-major and start at the beginning of their block; all operands of one call share a
 * {@link org.gan4j.core.memory.DType}. A kernel writes its result into a block that the caller has allocated and allocates nothing that
 * outlives the call. An output never aliases an input unless a method says that it may.
 */
public interface KernelSet {
    /** Returns the name under which the set is chosen and reported, such as {@code portable}. */
    String name();

    /** Returns the native libraries that compute products, with their releases, and why one that was chosen does not. */
    String libraries();

    /** Returns for each family of kernels which set computes what, in words. */
    SortedMap<String, String> plan();

    /** Returns the kernels that work element by element. */
    ElementwiseKernels elementwise();

    /** Returns the kernels that reduce over axes. */
    ReductionKernels reduction();

    /** Returns the matrix products. */
    MatrixKernels matrix();

    /** Returns the convolutions of images. */
    ConvolutionKernels convolution();

    /** Returns the kernels that move elements without changing them. */
    LayoutKernels layout();

    /** Returns the kernels that standardise columns. */
    NormalisationKernels normalisation();

    /** Returns the parameter updates of the optimizers, each in one pass. */
    UpdateKernels update();
}
