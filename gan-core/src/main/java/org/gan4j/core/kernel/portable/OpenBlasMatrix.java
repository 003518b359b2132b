package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.parallel.ProductPartition;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.Natives;

/**
 * Matrix products by OpenBLAS on the memory of the blocks: nothing is copied.
 *
 * <p>OpenBLAS itself runs on one thread. A large product is cut into {@link ProductPartition}, which run on the kernels'
 * threads: so the digits do not depend on the number of threads, and no thread of OpenBLAS waits in a loop when other
 * processes need the processors.
 */
public final class OpenBlasMatrix implements MatrixKernels {
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
        check(a, b, c, m, k, n);
        Product.Matrix left = new Product.Matrix(a, 0, transposeA);
        Product.Matrix right = new Product.Matrix(b, 0, transposeB);
        Product product = new Product(left, right, Product.Matrix.of(c), m, k, n, accumulate);
        ProductPartition.run(m, k, n, product::part);
    }

    /**
     * Checks the operands of a product.
     *
     * @throws IllegalArgumentException if a matrix does not fit its block or the types differ
     */
    public static void check(Block a, Block b, Block c, int m, int k, int n) {
        checkCapacity("a", a, m, k);
        checkCapacity("b", b, k, n);
        checkCapacity("c", c, m, n);
        if (a.dtype() != b.dtype() || a.dtype() != c.dtype()) {
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
