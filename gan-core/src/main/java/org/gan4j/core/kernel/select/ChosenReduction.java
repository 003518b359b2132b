package org.gan4j.core.kernel.select;

import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.PartialReduction;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.memory.Block;

/** Sums over the last axes of one set below a number of elements and of another from it on. */
final class ChosenReduction implements PartialReduction {
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
    public ReductionKernels others() {
        return small;
    }
}
