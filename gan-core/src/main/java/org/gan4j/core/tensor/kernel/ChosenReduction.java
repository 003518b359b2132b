package org.gan4j.core.tensor.kernel;

/** Sums over the last axes of one set below a number of elements and of another from it on. */
final class ChosenReduction implements ReductionKernels {
    private final ReductionKernels small;
    private final ReductionKernels large;
    private final long rowSum;

    ChosenReduction(ReductionKernels small, ReductionKernels large, KernelLimits limits) {
        this.small = small;
        this.large = large;
        rowSum = limits.of(KernelLimits.ROW_SUM);
    }

    @Override
    public void reduce(Reduction reduction, Block x, int[] dims, boolean[] reduced, Block z) {
        boolean chosen = reduction == Reduction.SUM && ChosenElementwise.size(dims) >= rowSum;
        (chosen ? large : small).reduce(reduction, x, dims, reduced, z);
    }

    @Override
    public void softmax(Block x, int outer, int axis, int inner, Block z) {
        small.softmax(x, outer, axis, inner, z);
    }

    @Override
    public void maxWithIndex(Block x, int rows, int pieces, Block value, Block index) {
        small.maxWithIndex(x, rows, pieces, value, index);
    }

    @Override
    public void scatterToIndex(Block g, Block index, int rows, int pieces, Block z) {
        small.scatterToIndex(g, index, rows, pieces, z);
    }

    @Override
    public void gatherAtIndex(Block x, Block index, int rows, int pieces, Block z) {
        small.gatherAtIndex(x, index, rows, pieces, z);
    }
}
