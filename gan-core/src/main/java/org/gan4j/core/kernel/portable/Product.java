package org.gan4j.core.kernel.portable;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.gan4j.core.memory.Block;

/**
 * A product c = op(a) op(b), or c += op(a) op(b), by OpenBLAS on the calling thread, whole or in part: op(a) is [m, k],
 * op(b) is [k, n], c is [m, n], each row-major and dense from its start.
 */
public record Product(Matrix a, Matrix b, Matrix c, int m, int k, int n, boolean accumulate) {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IS = 111;
    private static final int TRANSPOSED = 112;

    /** A matrix that begins somewhere in a block, and whether its transpose is meant. */
    public record Matrix(Block block, long start, boolean transposed) {
        /** The matrix that begins at the start of its block. */
        public static Matrix of(Block block) {
            return new Matrix(block, 0, false);
        }

        /** The matrix that begins at an element of its block. */
        static Matrix at(Block block, long start) {
            return new Matrix(block, start, false);
        }

        /** The transpose of this one. */
        Matrix transpose() {
            return new Matrix(block, start, !transposed);
        }
    }

    /** Computes everything. */
    void whole() {
        part(0, m, 0, n);
    }

    /** Computes rows and columns of the result from the first (inclusive) to the second (exclusive). */
    public void part(int row, int rowEnd, int column, int columnEnd) {
        int opA = a.transposed ? TRANSPOSED : AS_IS;
        int opB = b.transposed ? TRANSPOSED : AS_IS;
        int widthA = a.transposed ? m : k;
        int widthB = b.transposed ? k : n;
        long startA = a.start + (a.transposed ? row : (long) row * k);
        long startB = b.start + (b.transposed ? (long) column * k : column);
        long startC = c.start + (long) row * n + column;
        int rows = rowEnd - row;
        int columns = columnEnd - column;
        float beta = accumulate ? 1 : 0;
        if (a.block.pointer() instanceof FloatPointer x
                && b.block.pointer() instanceof FloatPointer y
                && c.block.pointer() instanceof FloatPointer z) {
            FloatPointer aPart = at(x, startA);
            FloatPointer bPart = at(y, startB);
            FloatPointer cPart = at(z, startC);
            openblas_nolapack.cblas_sgemm(
                    ROW_MAJOR, opA, opB, rows, columns, k, 1f, aPart, widthA, bPart, widthB, beta, cPart, n);
        } else if (a.block.pointer() instanceof DoublePointer x
                && b.block.pointer() instanceof DoublePointer y
                && c.block.pointer() instanceof DoublePointer z) {
            DoublePointer aPart = at(x, startA);
            DoublePointer bPart = at(y, startB);
            DoublePointer cPart = at(z, startC);
            openblas_nolapack.cblas_dgemm(
                    ROW_MAJOR, opA, opB, rows, columns, k, 1, aPart, widthA, bPart, widthB, beta, cPart, n);
        }
    }

    private static FloatPointer at(FloatPointer start, long offset) {
        return offset == 0 ? start : start.getPointer(offset);
    }

    private static DoublePointer at(DoublePointer start, long offset) {
        return offset == 0 ? start : start.getPointer(offset);
    }
}
