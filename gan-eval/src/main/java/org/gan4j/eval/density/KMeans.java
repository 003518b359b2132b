package org.gan4j.eval.density;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gan4j.core.data.Split;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.distance.SquaredDistances;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Lloyd's k-means by matrix products: assign each row to its nearest centroid, move each centroid to the mean of its
 * rows, a fixed number of times.
 *
 * <p>The first centroids are k distinct rows drawn from the stream. A cluster that has lost all its rows takes the row
 * that lies farthest from its centroid, the next one the second farthest, and so on. Sums are taken in double precision
 * in the order of the rows, so the result depends on the data and the stream alone.
 *
 * @param clusters k, the number of centroids
 * @param iterations how often centroids move
 * @see <a href="https://doi.org/10.1109/TIT.1982.1056489">Lloyd, Least squares quantization in PCM, 1982</a>
 */
public record KMeans(int clusters, int iterations) {

    private static final int BLOCK = 5_000;

    public KMeans {
        if (clusters < 1 || iterations < 0) {
            throw new IllegalArgumentException(
                    "k-means needs at least 1 cluster and 0 iterations, but got " + clusters + " and " + iterations);
        }
    }

    /**
     * The centroids of a split.
     *
     * @return [k, coordinates] in float32
     * @throws IllegalArgumentException if the split has fewer rows than there are clusters
     */
    public Tensor centroids(Split split, RandomStream random) {
        if (split.size() < clusters) {
            throw new IllegalArgumentException(
                    clusters + " centroids need as many rows, but the split has " + split.size());
        }
        int[] first = Arrays.copyOf(random.split("first-centroids").permutation(split.size()), clusters);
        try (Scope scope = Scope.open()) {
            Tensor values = split.rows(first).values();
            Tensor centroids = values.reshape(Shape.of(clusters, values.size() / clusters));
            for (int i = 0; i < iterations; i++) {
                centroids = moved(split, centroids);
            }
            return scope.keep(centroids);
        }
    }

    private Tensor moved(Split split, Tensor centroids) {
        int dimension = centroids.shape().dim(1);
        double[] sums = new double[clusters * dimension];
        int[] counts = new int[clusters];
        double[] distances = new double[split.size()];
        for (int from = 0; from < split.size(); from += BLOCK) {
            try (Scope scope = Scope.open()) {
                Tensor rows =
                        split.range(from, Math.min(split.size(), from + BLOCK)).values();
                addRows(centroids, rows, from, new Tally(sums, counts, distances));
            }
        }
        float[] means = new float[sums.length];
        for (int k = 0; k < clusters; k++) {
            for (int i = 0; i < dimension && counts[k] > 0; i++) {
                means[k * dimension + i] = (float) (sums[k * dimension + i] / counts[k]);
            }
        }
        reseat(split, means, counts, distances);
        return Tensor.of(Shape.of(clusters, dimension), means);
    }

    private static void addRows(Tensor centroids, Tensor rows, int from, Tally tally) {
        int dimension = centroids.shape().dim(1);
        float[] values = rows.toFloats();
        NearestRows found = NearestRows.of(SquaredDistances.to(centroids), rows, 1);
        int[] nearest = found.rows();
        System.arraycopy(found.squaredDistances(), 0, tally.distances, from, nearest.length);
        for (int row = 0; row < nearest.length; row++) {
            tally.counts[nearest[row]]++;
            for (int i = 0; i < dimension; i++) {
                tally.sums[nearest[row] * dimension + i] += values[row * dimension + i];
            }
        }
    }

    private void reseat(Split split, float[] means, int[] counts, double[] distances) {
        int[] empty = IntStream.range(0, clusters).filter(k -> counts[k] == 0).toArray();
        if (empty.length == 0) {
            return;
        }
        int dimension = means.length / clusters;
        int[] farthest = IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> -distances[row]))
                .limit(empty.length)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] values = split.rows(farthest).values().toFloats();
        for (int i = 0; i < empty.length; i++) {
            System.arraycopy(values, i * dimension, means, empty[i] * dimension, dimension);
        }
    }

    /** What one pass over the rows collects. */
    @SuppressWarnings("ArrayRecordComponent") // accumulators
    private record Tally(double[] sums, int[] counts, double[] distances) {}
}
