package org.gan4j.core.tensor.kernel;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** Matrix products by OpenBLAS on the memory of the blocks: nothing is copied and nothing allocated. */
final class OpenBlasMatrix implements MatrixKernels {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IS = 111;
    private static final int TRANSPOSED = 112;

    OpenBlasMatrix() {
        Natives.loadBlas();
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
        checkCapacity("a", a, m, k);
        checkCapacity("b", b, k, n);
        checkCapacity("c", c, m, n);
        int opA = transposeA ? TRANSPOSED : AS_IS;
        int opB = transposeB ? TRANSPOSED : AS_IS;
        int rowA = transposeA ? m : k;
        int rowB = transposeB ? k : n;
        double beta = accumulate ? 1 : 0;
        if (a.pointer() instanceof FloatPointer aFloats
                && b.pointer() instanceof FloatPointer bFloats
                && c.pointer() instanceof FloatPointer cFloats) {
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR, opA, opB, m, n, k, 1f, aFloats, rowA, bFloats, rowB, (float) beta, cFloats, n);
        } else if (a.pointer() instanceof DoublePointer aDoubles
                && b.pointer() instanceof DoublePointer bDoubles
                && c.pointer() instanceof DoublePointer cDoubles) {
            openblas_nolapack.cblas_dgemm(
                    ROW_MAJOR, opA, opB, m, n, k, 1, aDoubles, rowA, bDoubles, rowB, beta, cDoubles, n);
        } else {
            throw new IllegalArgumentException("A product of " + a.dtype() + " and " + b.dtype() + " into " + c.dtype()
                    + ": all three must have one type");
        }
    }

    private static void checkCapacity(String name, Block block, int rows, int columns) {
        if (rows < 1 || columns < 1 || (long) rows * columns > block.capacity()) {
            throw new IllegalArgumentException(
                    "Matrix " + name + " of " + rows + " x " + columns + " elements in a block of " + block.capacity());
        }
    }
}
