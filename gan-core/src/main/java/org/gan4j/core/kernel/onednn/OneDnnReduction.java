package org.gan4j.core.kernel.onednn;

import org.gan4j.core.kernel.PartialReduction;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.parallel.LinePartition;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/**
 * Sums of float32 over the last axes, of up to {@value #MOST} numbers each, by oneDNN in single precision; the portable
 * kernels compute longer sums, which need more precision, and everything else: oneDNN has only reference loops for sums over
 * the first axes, and its extremes drop NaN.
 */
final class OneDnnReduction implements PartialReduction {
    private static final int MOST = 256;

    private final ReductionKernels portable;

    OneDnnReduction(ReductionKernels portable) {
        this.portable = portable;
    }

    @Override
    public void reduce(Reduction reduction, Block x, int[] dims, boolean[] reduced, Block z) {
        int columns = lengthOfRows(dims, reduced);
        int size = 1;
        for (int dim : dims) {
            size *= dim;
        }
        int rows = size / columns;
        boolean suitable = reduction == Reduction.SUM && x.dtype() == DType.FLOAT32 && columns > 1 && columns <= MOST;
        if (!suitable
                || !OneDnnPartition.run(
                        rows,
                        columns,
                        LinePartition.CHEAP,
                        count -> new OneDnnRowSums(count, columns),
                        new OneDnnPartition.Operand(x.pointer(), columns),
                        new OneDnnPartition.Operand(z.pointer(), 1))) {
            portable.reduce(reduction, x, dims, reduced, z);
        }
    }

    /** Returns how many neighbouring numbers each result is made of, or 1 if they are not neighbours. */
    static int lengthOfRows(int[] dims, boolean[] reduced) {
        int length = 1;
        int axis = dims.length - 1;
        while (axis >= 0 && (reduced[axis] || dims[axis] == 1)) {
            length *= dims[axis--];
        }
        while (axis >= 0) {
            if (reduced[axis] && dims[axis] != 1) {
                return 1;
            }
            axis--;
        }
        return length;
    }

    @Override
    public ReductionKernels others() {
        return portable;
    }
}
