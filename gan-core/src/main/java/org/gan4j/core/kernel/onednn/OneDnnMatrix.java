package org.gan4j.core.kernel.onednn;

import org.bytedeco.javacpp.FloatPointer;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.parallel.ProductPartition;
import org.gan4j.core.kernel.portable.OpenBlasMatrix;
import org.gan4j.core.kernel.portable.Product;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/**
 * Matrix products of float32 by oneDNN on the memory of the blocks: nothing is copied outside the library.
 *
 * <p>As with {@link OpenBlasMatrix}, a large product is cut into pieces that depend on its shape alone, each computed by
 * one of the kernels' threads with what that thread keeps: so the digits do not depend on the number of threads. The
 * portable kernels compute float64, and shapes for which oneDNN has nothing fast.
 *
 * <p>A single column of results, a^T b, is computed as the row b^T a, which lies in memory alike: so a is read as it lies.
 */
final class OneDnnMatrix implements MatrixKernels {
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
        boolean column = n == 1 && transposeA;
        Product product = column
                ? new Product(Product.Matrix.of(b), Product.Matrix.of(a), Product.Matrix.of(c), 1, k, m, accumulate)
                : new Product(left, right, Product.Matrix.of(c), m, k, n, accumulate);
        if (suits(product)) {
            ProductPartition.run(product.m(), k, product.n(), new Pieces(product)::part);
        } else {
            portable.multiply(a, transposeA, b, transposeB, c, m, k, n, accumulate);
        }
    }

    @Override
    public boolean affine(Block a, Block b, Block bias, Block c, int m, int k, int n) {
        OpenBlasMatrix.check(a, b, c, m, k, n);
        Product product = new Product(Product.Matrix.of(a), Product.Matrix.of(b), Product.Matrix.of(c), m, k, n, false);
        if (!suits(product) || !(bias.pointer() instanceof FloatPointer row) || bias.capacity() < n) {
            return false;
        }
        Pieces pieces = new Pieces(product);
        if (OneDnnThread.current().bytes(pieces.shape(0, m, 0, n, true), 0) < 0) {
            return false;
        }
        ProductPartition.run(
                m, k, n, (first, end, column, columnEnd) -> pieces.plus(row, first, end, column, columnEnd));
        return true;
    }

    private static boolean suits(Product product) {
        return product.c().block().dtype() == DType.FLOAT32;
    }

    /** A product of which any part can be computed. */
    private record Pieces(Product product, Operand left, Operand right, Operand result) {
        Pieces(Product product) {
            this(
                    product,
                    Operand.of(product.a(), product.m(), product.k()),
                    Operand.of(product.b(), product.k(), product.n()),
                    Operand.of(product.c(), product.m(), product.n()));
        }

        void part(int row, int rowEnd, int column, int columnEnd) {
            OneDnnProduct shape = shape(row, rowEnd, column, columnEnd, false);
            FloatPointer to = result.at(row, column);
            if (!OneDnnThread.current().run(shape, left.at(row, 0), right.at(0, column), to)) {
                product.part(row, rowEnd, column, columnEnd);
            }
        }

        void plus(FloatPointer bias, int row, int rowEnd, int column, int columnEnd) {
            OneDnnProduct shape = shape(row, rowEnd, column, columnEnd, true);
            FloatPointer to = result.at(row, column);
            FloatPointer added = bias.getPointer(column);
            if (!OneDnnThread.current().run(shape, left.at(row, 0), right.at(0, column), to, added)) {
                throw new IllegalStateException("oneDNN refused a part of a product that it took as a whole: " + shape);
            }
        }

        OneDnnProduct shape(int row, int rowEnd, int column, int columnEnd, boolean bias) {
            return new OneDnnProduct(
                    rowEnd - row,
                    product.k(),
                    columnEnd - column,
                    left.betweenRows(),
                    left.betweenColumns(),
                    right.betweenRows(),
                    right.betweenColumns(),
                    result.betweenRows(),
                    product.accumulate(),
                    bias);
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
