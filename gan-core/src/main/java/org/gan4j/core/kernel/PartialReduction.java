package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/** Reductions over axes beside which another implementation computes all other reductions. */
public interface PartialReduction extends ReductionKernels {
    /** Returns the implementation of all but {@link #reduce}. */
    ReductionKernels others();

    @Override
    default void softmax(Block x, int outer, int axis, int inner, Block z) {
        others().softmax(x, outer, axis, inner, z);
    }

    @Override
    default void maxWithIndex(Block x, int rows, int pieces, Block value, Block index) {
        others().maxWithIndex(x, rows, pieces, value, index);
    }

    @Override
    default void scatterToIndex(Block g, Block index, int rows, int pieces, Block z) {
        others().scatterToIndex(g, index, rows, pieces, z);
    }

    @Override
    default void gatherAtIndex(Block x, Block index, int rows, int pieces, Block z) {
        others().gatherAtIndex(x, index, rows, pieces, z);
    }
}
