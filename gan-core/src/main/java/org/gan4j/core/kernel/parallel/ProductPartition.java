package org.gan4j.core.kernel.parallel;

/**
 * Cuts a matrix product into pieces that depend on its shape alone, and computes them on several threads: so the digits
 * do not depend on the number of threads.
 */
public final class ProductPartition {
    private static final int ALIGNED = 16;
    private static final long FEW = 1_000_000;
    private static final long MORE = 400_000_000;
    private static final long MANY = 2_000_000_000;

    private ProductPartition() {}

    /** Computes rows and columns of the result from the first (inclusive) to the second (exclusive). */
    @FunctionalInterface
    public interface Area {
        public void run(int row, int rowEnd, int column, int columnEnd);
    }

    /** Covers the result of [m, k] times [k, n]. */
    public static void run(int m, int k, int n, Area area) {
        int chunks = chunks(2L * m * k * n);
        if (chunks == 1) {
            area.run(0, m, 0, n);
        } else if (n >= m) {
            inChunks(n, chunks, (from, to) -> area.run(0, m, from, to));
        } else {
            inChunks(m, chunks, (from, to) -> area.run(from, to, 0, n));
        }
    }

    /** How many pieces a product of so many floating-point operations is cut into, whatever the number of threads. */
    private static int chunks(long operations) {
        if (operations < FEW) {
            return 1;
        }
        if (operations < MORE) {
            return 2;
        }
        return operations < MANY ? 4 : 8;
    }

    /** Cuts a side of the result at multiples of {@value #ALIGNED}, and computes the pieces on several threads. */
    private static void inChunks(int side, int chunks, Parallel.Range piece) {
        int width = (side + chunks - 1) / chunks;
        int aligned = (width + ALIGNED - 1) / ALIGNED * ALIGNED;
        int pieces = (side + aligned - 1) / aligned;
        Parallel.pieces(pieces, i -> piece.run(i * aligned, Math.min(side, (i + 1) * aligned)));
    }
}
