package org.gan4j.eval.density;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.core.data.Split;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.distance.SquaredDistances;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;

/**
 * The row of a split that is nearest to each sample, by Euclidean distance; shown beside samples, it tells learning
 * from copying. Distances are those of {@link NearestRows}: differences in double precision, 0 for a copy.
 *
 * @param rows row numbers, one per sample; the first of equally near rows
 * @param distances to that row, in the unit of the data
 */
@SuppressWarnings("ArrayRecordComponent") // results read one by one, never compared
public record NearestNeighbours(int[] rows, double[] distances) {

    private static final int BLOCK = 5_000;

    /**
     * Finds the nearest row of each sample, reading the split in blocks.
     *
     * @param samples [n, ...] with as many coordinates as a row
     */
    public static NearestNeighbours of(Tensor samples, Split split) {
        Optional<NearestRows> nearest = Optional.empty();
        for (int from = 0; from < split.size(); from += BLOCK) {
            int first = from;
            try (Scope scope = Scope.open()) {
                Tensor block =
                        split.range(from, Math.min(split.size(), from + BLOCK)).values();
                NearestRows found = NearestRows.of(SquaredDistances.to(block), samples, 1);
                nearest = Optional.of(
                        nearest.map(before -> before.with(found, first, 1)).orElse(found));
            }
        }
        NearestRows all =
                nearest.orElseThrow(() -> new IllegalArgumentException("a split without rows has no nearest"));
        return new NearestNeighbours(
                all.rows(),
                Arrays.stream(all.squaredDistances()).map(Math::sqrt).toArray());
    }
}
