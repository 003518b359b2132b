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
        Product.Matrix left = new Product.Matrix(a, 0, transposeA);
        Product.Matrix right = new Product.Matrix(b, 0, transposeB);
        Product product = new Product(left, right, Product.Matrix.of(c), m, k, n, accumulate);
        if (suits(product)) {
            ProductPieces.run(
                    m, k, n, (row, rowEnd, column, columnEnd) -> part(product, row, rowEnd, column, columnEnd));
        } else {
            portable.multiply(a, transposeA, b, transposeB, c, m, k, n, accumulate);
        }
    }

    /** Computes a product on the calling thread, by OpenBLAS where that suits it better. */
    static void whole(Product product) {
        if (suits(product)) {
            part(product, 0, product.m(), 0, product.n());
        } else {
            product.whole();
        }
    }

    private static boolean suits(Product product) {
        return Math.min(product.m(), Math.min(product.k(), product.n())) >= SMALLEST
                && product.c().block().dtype() == DType.FLOAT32;
    }

    private static void part(Product product, int row, int rowEnd, int column, int columnEnd) {
        int k = product.k();
        Operand left = Operand.of(product.a(), product.m(), k);
        Operand right = Operand.of(product.b(), k, product.n());
        Operand result = Operand.of(product.c(), product.m(), product.n());
        OneDnnProduct shape = new OneDnnProduct(
                rowEnd - row,
                k,
                columnEnd - column,
                left.betweenRows(),
                left.betweenColumns(),
                right.betweenRows(),
                right.betweenColumns(),
                result.betweenRows(),
                product.accumulate());
        FloatPointer to = result.at(row, column);
        if (!OneDnnThread.current().run(shape, left.at(row, 0), right.at(0, column), to)) {
            product.part(row, rowEnd, column, columnEnd);
        }
    }

    /** Where a matrix of float32 lies: element (i, j) i times betweenRows and j times betweenColumns behind its start. */
    private record Operand(Product.Matrix matrix, int betweenRows, int betweenColumns) {
        static Operand of(Product.Matrix matrix, int rows, int columns) {
            return matrix.transposed() ? new Operand(matrix, 1, rows) : new Operand(matrix, columns, 1);
        }

        FloatPointer at(int row, int column) {
            FloatPointer start = (FloatPointer) matrix.block().pointer();
            long offset = matrix.start() + (long) row * betweenRows + (long) column * betweenColumns;
            return offset == 0 ? start : start.getPointer(offset);
        }
    }
}
