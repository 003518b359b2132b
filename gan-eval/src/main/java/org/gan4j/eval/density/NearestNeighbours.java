package org.gan4j.eval.density;

import java.util.Arrays;
import org.gan4j.core.data.Split;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;

/**
 * The row of a split that is nearest to each sample, by Euclidean distance; shown beside samples, it tells learning
 * from copying.
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
        int count = samples.shape().dim(0);
        int[] rows = new int[count];
        double[] nearest = new double[count];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int from = 0; from < split.size(); from += BLOCK) {
            int first = from;
            try (Scope scope = Scope.open()) {
                Tensor block =
                        split.range(from, Math.min(split.size(), from + BLOCK)).values();
                new SquaredDistances(block).forEach(samples, (sample, squared) -> {
                    for (int j = 0; j < squared.length; j++) {
                        if (squared[j] < nearest[sample]) {
                            nearest[sample] = squared[j];
                            rows[sample] = first + j;
                        }
                    }
                });
            }
        }
        return new NearestNeighbours(
                rows, Arrays.stream(nearest).map(Math::sqrt).toArray());
    }
}
