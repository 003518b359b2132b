package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/**
 * Kernels that reduce over axes. The result is dense with the reduced axes left out (or of size 1, which is the same
 * memory). Sums run in an order that depends on the shape alone, so a result does not depend on the thread count,
 * unless a kernel set says otherwise.
 */
public interface ReductionKernels {
    /** What is computed over the reduced elements. */
    enum Reduction {
        /** The sum, accumulated in double precision or pairwise where more than 256 elements are summed. */
        SUM,
        /** The largest element; NaN if any is NaN. */
        MAX,
        /** The smallest element; NaN if any is NaN. */
        MIN,
        /** ln sum e^x, shifted by the maximum. */
        LOG_SUM_EXP
    }

    /** z = reduction of x, of dimensions {@code dims}, over the axes marked in {@code reduced}. */
    void reduce(Reduction reduction, Block x, int[] dims, boolean[] reduced, Block z);

    /**
     * Softmax over the middle of three axes: z_(o,a,i) = e^x_(o,a,i) / sum_b e^x_(o,b,i), shifted by the maximum. The
     * output may be the input.
     */
    void softmax(Block x, int outer, int axis, int inner, Block z);

    /**
     * The maximum over the last axis and where it is: x is [rows, pieces]; {@code value} is [rows]; {@code index} is
     * [rows] and holds the first position of the maximum as a number.
     */
    void maxWithIndex(Block x, int rows, int pieces, Block value, Block index);

    /** The transpose of {@link #maxWithIndex}: z is [rows, pieces], g_r at index_r and 0 elsewhere. */
    void scatterToIndex(Block g, Block index, int rows, int pieces, Block z);

    /** The gather that is the derivative of {@link #scatterToIndex}: z_r = x_(r, index_r). */
    void gatherAtIndex(Block x, Block index, int rows, int pieces, Block z);
}
