package org.gan4j.core.tensor.kernel;

/**
 * Matrix products by OpenBLAS on the memory of the blocks: nothing is copied.
 *
 * <p>OpenBLAS itself runs on one thread. A large product is cut into pieces that depend on its shape alone, and the
 * pieces run on the kernels' threads: so the digits do not depend on the number of threads, and no thread of OpenBLAS
 * waits in a loop when other processes need the processors.
 */
final class OpenBlasMatrix implements MatrixKernels {
    private static final int ALIGNED = 16;
    private static final long FEW = 12_000_000;
    private static final long MANY = 2_000_000_000;

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
        int chunks = chunks(2L * m * k * n);
        if (chunks == 1) {
            product.whole();
        } else if (n >= m) {
            inChunks(n, chunks, (from, to) -> product.part(0, m, from, to));
        } else {
            inChunks(m, chunks, (from, to) -> product.part(from, to, 0, n));
        }
    }

    /** How many pieces a product of so many floating-point operations is cut into, whatever the number of threads. */
    static int chunks(long operations) {
        if (operations < FEW) {
            return 1;
        }
        return operations < MANY ? 2 : 8;
    }

    /** Cuts a side of the result at multiples of {@value #ALIGNED}, and computes the pieces on several threads. */
    private static void inChunks(int side, int chunks, Parallel.Range piece) {
        int width = (side + chunks - 1) / chunks;
        int aligned = (width + ALIGNED - 1) / ALIGNED * ALIGNED;
        int pieces = (side + aligned - 1) / aligned;
        Parallel.pieces(pieces, i -> piece.run(i * aligned, Math.min(side, (i + 1) * aligned)));
    }

    /**
     * Checks the operands of a product.
     *
     * @throws IllegalArgumentException if a matrix does not fit its block or the types differ
     */
    static void check(Block a, Block b, Block c, int m, int k, int n) {
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
