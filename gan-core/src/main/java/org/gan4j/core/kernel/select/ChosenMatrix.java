package org.gan4j.core.kernel.select;

import org.gan4j.core.kernel.KernelLimits;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.memory.Block;

/**
 * Products of one set below a number of floating-point operations and of another from it on, for narrow products, of which
 * a side is below {@value #NARROW}, and others.
 */
final class ChosenMatrix implements MatrixKernels {
    /** The smallest side of a product that is not narrow. */
    static final int NARROW = 16;

    private final MatrixKernels small;
    private final MatrixKernels large;
    private final long narrow;
    private final long wide;

    ChosenMatrix(MatrixKernels small, MatrixKernels large, KernelLimits limits) {
        this.small = small;
        this.large = large;
        narrow = limits.of(KernelLimits.NARROW);
        wide = limits.of(KernelLimits.WIDE);
    }

    @Override
    public void multiply(
            Block a,
            boolean transposeA,
            Block b,
            boolean transposeB,
            Block c,
            int m,
            int k,
            int n,
            boolean accumulate) {
        chosen(m, k, n).multiply(a, transposeA, b, transposeB, c, m, k, n, accumulate);
    }

    @Override
    public boolean affine(Block a, Block b, Block bias, Block c, int m, int k, int n) {
        return chosen(m, k, n).affine(a, b, bias, c, m, k, n);
    }

    private MatrixKernels chosen(int m, int k, int n) {
        long limit = Math.min(m, Math.min(k, n)) < NARROW ? narrow : wide;
        return 2L * m * k * n < limit ? small : large;
    }
}
