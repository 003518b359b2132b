package org.gan4j.core.kernel.parallel;

/**
 * Cuts a row of numbers, or of equal rows of them, into pieces that depend on their count alone, and goes through the pieces
 * on several threads: so each number is computed in the same way at every number of threads.
 */
public final class LinePartition {
    /** The fewest numbers worth a second thread, for a function of a few instructions. */
    public static final int CHEAP = 1 << 14;
    /** The fewest numbers worth a second thread, for a function of tens of instructions. */
    public static final int COSTLY = 1 << 14;

    private static final int PIECE = 1 << 14;
    private static final int MOST = 16;
    private static final int ALIGNED = 16;

    private LinePartition() {}

    /** What is done with a piece. */
    @FunctionalInterface
    public interface Piece {
        public void run(int from, int count);
    }

    /** Goes through {@code count} rows of {@code width} numbers. */
    public static void run(int count, int width, int threshold, Piece piece) {
        int each = each(count, width, threshold);
        int pieces = (count + each - 1) / each;
        Parallel.pieces(pieces, i -> piece.run(i * each, Math.min(each, count - i * each)));
    }

    /** How many rows a piece has; the last one may have fewer, {@link #last}. */
    public static int each(int count, int width, int threshold) {
        long numbers = (long) count * width;
        if (numbers < threshold) {
            return count;
        }
        int pieces = (int) Math.min(MOST, Math.max(2, numbers / PIECE / 2 * 2));
        int each = (count + pieces - 1) / pieces;
        return width >= ALIGNED ? each : (each + ALIGNED - 1) / ALIGNED * ALIGNED;
    }

    /** How many rows the last piece has. */
    public static int last(int count, int each) {
        return count - (count - 1) / each * each;
    }
}
