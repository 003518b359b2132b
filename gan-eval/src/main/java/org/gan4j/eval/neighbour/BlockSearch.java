package org.gan4j.eval.neighbour;

import org.gan4j.core.data.Split;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.distance.SquaredDistances;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;

/**
 * Search for the nearest rows of a set that is read in blocks, of which one at a time is in memory.
 *
 * <p>What is found does not depend on the blocks: distances are those of {@link NearestRows}, and of equally near rows the
 * first comes first.
 */
public final class BlockSearch {
    private static final int BLOCK = 5_000;

    private BlockSearch() {}

    /**
     * Finds the nearest row of each sample; shown beside it, it tells learning from copying.
     *
     * @param samples [n, ...] with as many coordinates as a row
     * @param split among whose rows they are sought
     * @return one row for each sample
     * @throws IllegalArgumentException if the split has no rows, or the coordinates do not match
     */
    public static NearestRows nearest(Tensor samples, Split split) {
        return nearest(samples, Rows.of(split, split.size()), 1, () -> {});
    }

    /**
     * Finds the nearest rows of each point.
     *
     * @param points [n, ...] with as many coordinates as a row
     * @param rows among which they are sought
     * @param k how many, 1 to the number of rows
     * @param before called before each block of distances; what it throws ends the search
     */
    static NearestRows nearest(Tensor points, Rows rows, int k, Runnable before) {
        if (k < 1 || k > rows.count()) {
            throw new IllegalArgumentException(
                    "the nearest of " + rows.count() + " rows are 1 to " + rows.count() + ", but " + k + " were asked");
        }
        NearestRows found = part(points, rows, 0, k, before);
        for (int from = BLOCK; from < rows.count(); from += BLOCK) {
            found = found.with(part(points, rows, from, k, before), from, k);
        }
        return found;
    }

    private static NearestRows part(Tensor points, Rows rows, int from, int k, Runnable before) {
        before.run();
        int count = Math.min(BLOCK, rows.count() - from);
        try (Scope scope = Scope.open()) {
            Tensor block = rows.range().read(from, from + count);
            return NearestRows.of(SquaredDistances.to(block), points, Math.min(k, count), before);
        }
    }

    /**
     * Rows that can be read in parts.
     *
     * @param count how many there are
     * @param range reads those from one number to another, into the scope of the caller
     */
    record Rows(int count, Range range) {
        /** Returns the first rows of a split. */
        static Rows of(Split split, int count) {
            return new Rows(count, (from, to) -> split.range(from, to).values());
        }

        /** Returns the rows of a matrix, which must live as long. */
        static Rows of(Tensor matrix) {
            return new Rows(matrix.shape().dim(0), (from, to) -> matrix.slice(0, from, to));
        }
    }

    /** Reader of consecutive rows. */
    @FunctionalInterface
    interface Range {
        /** Returns the rows from one number to another, which is left out. */
        Tensor read(int from, int to);
    }
}
