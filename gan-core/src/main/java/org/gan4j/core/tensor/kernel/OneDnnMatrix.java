package org.gan4j.core.tensor.kernel;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products of float32 by oneDNN on the memory of the blocks: nothing is copied outside the library.
 *
 * <p>As with {@link OpenBlasMatrix}, a large product is cut into pieces that depend on its shape alone, each computed by
 * one of the kernels' threads with what that thread keeps: so the digits do not depend on the number of threads. The
 * portable kernels compute float64, products with a side below {@value #SMALLEST}, at which they measured faster, and
 * shapes for which oneDNN has nothing fast.
 */
final class OneDnnMatrix implements MatrixKernels {
    /** The smallest side of a product that oneDNN computes. */
    static final int SMALLEST = 16;

    private final MatrixKernels portable;

    OneDnnMatrix(MatrixKernels portable) {
        this.portable = portable;
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
        OpenBlasMatrix.check(a, b, c, m, k, n);
        if (Math.min(m, Math.min(k, n)) >= SMALLEST
                && a.pointer() instanceof FloatPointer x
                && b.pointer() instanceof FloatPointer y
                && c.pointer() instanceof FloatPointer z) {
            Operand left = Operand.of(x, m, k, transposeA);
            Operand right = Operand.of(y, k, n, transposeB);
            Operand result = Operand.of(z, m, n, false);
            Product.Matrix first = new Product.Matrix(a, 0, transposeA);
            Product.Matrix second = new Product.Matrix(b, 0, transposeB);
            Product plain = new Product(first, second, Product.Matrix.of(c), m, k, n, accumulate);
            ProductPieces.run(m, k, n, (row, rowEnd, column, columnEnd) -> {
                OneDnnProduct shape = new OneDnnProduct(
                        rowEnd - row,
                        k,
                        columnEnd - column,
                        left.betweenRows(),
                        left.betweenColumns(),
                        right.betweenRows(),
                        right.betweenColumns(),
                        result.betweenRows(),
                        accumulate);
                FloatPointer to = result.at(row, column);
                if (!OneDnnThread.current().run(shape, left.at(row, 0), right.at(0, column), to)) {
                    plain.part(row, rowEnd, column, columnEnd);
                }
            });
        } else {
            portable.multiply(a, transposeA, b, transposeB, c, m, k, n, accumulate);
        }
    }

    /** A matrix in memory: element (i, j) lies i times betweenRows and j times betweenColumns behind the start. */
    private record Operand(FloatPointer start, int betweenRows, int betweenColumns) {
        /** The matrix of so many rows and columns, whose transpose is what lies in memory if {@code transposed}. */
        static Operand of(FloatPointer start, int rows, int columns, boolean transposed) {
            return transposed ? new Operand(start, 1, rows) : new Operand(start, columns, 1);
        }

        FloatPointer at(int row, int column) {
            long offset = (long) row * betweenRows + (long) column * betweenColumns;
            return offset == 0 ? start : start.getPointer(offset);
        }
    }
}
