package org.gan4j.core.kernel.nd4j;

import static org.gan4j.core.kernel.nd4j.BlockViews.view;

import java.util.Arrays;
import org.gan4j.core.kernel.PartialReduction;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's sums, of up to {@value #MOST_FLOATS} elements each in float32: it adds floats one after the other, so that the
 * sum of a million tenths is off by a third of a percent. The last digits of a sum may depend on the number of threads.
 *
 * <p>The portable kernels stand in for the others: ND4J's maximum and minimum drop NaN, its softmax of a row of -10 000s
 * is NaN, and its log-sum-exp is not shifted by the maximum.
 */
final class Nd4jReduction implements PartialReduction {
    private static final int MOST_FLOATS = 256;

    private final ReductionKernels portable;

    Nd4jReduction(ReductionKernels portable) {
        this.portable = portable;
    }

    @Override
    public void reduce(Reduction reduction, Block x, int[] dims, boolean[] reduced, Block z) {
        int[] axes = marked(reduced);
        int[] kept = dims.clone();
        long length = 1;
        for (int axis : axes) {
            length *= dims[axis];
            kept[axis] = 1;
        }
        boolean accurate = x.dtype() == DType.FLOAT64 || length <= MOST_FLOATS;
        if (reduction != Reduction.SUM || axes.length == 0 || !accurate) {
            portable.reduce(reduction, x, dims, reduced, z);
            return;
        }
        Nd4j.exec(new Sum(view(x, dims), view(z, kept), true, axes));
    }

    @Override
    public ReductionKernels others() {
        return portable;
    }

    private static int[] marked(boolean[] reduced) {
        int[] axes = new int[reduced.length];
        int count = 0;
        for (int axis = 0; axis < reduced.length; axis++) {
            if (reduced[axis]) {
                axes[count++] = axis;
            }
        }
        return Arrays.copyOf(axes, count);
    }
}
