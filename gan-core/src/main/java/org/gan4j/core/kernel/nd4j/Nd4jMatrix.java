package org.gan4j.core.kernel.nd4j;

import static org.gan4j.core.kernel.nd4j.BlockViews.view;

import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.portable.OpenBlasMatrix;
import org.gan4j.core.memory.Block;
import org.nd4j.linalg.api.ops.impl.reduce.Mmul;

/** Matrix products of ND4J, on contiguous row-major arrays: its OpenBLAS reads and writes the blocks without a copy. */
final class Nd4jMatrix implements MatrixKernels {
    private final ThreadLocal<Nd4jContext> product = ThreadLocal.withInitial(() -> new Nd4jContext(new Mmul()));

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
        OpenBlasMatrix.check(a, b, c, m, k, n);
        product.get()
                .integers(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
                .reals(1, accumulate ? 1 : 0)
                .run(
                        view(c, m, n),
                        transposeA ? view(a, k, m) : view(a, m, k),
                        transposeB ? view(b, n, k) : view(b, k, n));
    }
}
