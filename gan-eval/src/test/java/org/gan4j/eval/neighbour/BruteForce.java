package org.gan4j.eval.neighbour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.tensor.Tensor;

/** Reference for nearest rows: all distances in float64, sorted; of equal ones the lower number first. */
final class BruteForce {
    private BruteForce() {}

    /**
     * Returns the k nearest rows of each point.
     *
     * @param itself whether the points are the first rows, and none is its own neighbour
     */
    static NearestRows nearest(Tensor points, Tensor rows, int k, boolean itself) {
        int dimension = rows.shape().dim(1);
        double[] x = points.toDoubles();
        double[] y = rows.toDoubles();
        int count = x.length / dimension;
        int[] found = new int[count * k];
        double[] squared = new double[count * k];
        for (int i = 0; i < count; i++) {
            int point = i;
            double[] all = new double[y.length / dimension];
            for (int j = 0; j < all.length; j++) {
                for (int c = 0; c < dimension; c++) {
                    double difference = x[i * dimension + c] - y[j * dimension + c];
                    all[j] += difference * difference;
                }
            }
            int[] order = IntStream.range(0, all.length)
                    .filter(j -> !itself || j != point)
                    .boxed()
                    .sorted(Comparator.comparingDouble(j -> all[j]))
                    .mapToInt(j -> j)
                    .toArray();
            for (int n = 0; n < k; n++) {
                found[i * k + n] = order[n];
                squared[i * k + n] = all[order[n]];
            }
        }
        return new NearestRows(k, found, squared);
    }

    /** Returns a matrix whose second half is the first again. */
    static Tensor twice(Tensor rows) {
        return Tensor.concatenate(0, rows, rows);
    }

    /** Returns the largest difference of two arrays of one length, relative to what is expected. */
    static double error(double[] found, double[] expected) {
        double[] errors = new double[expected.length];
        Arrays.setAll(errors, i -> Math.abs(found[i] - expected[i]) / Math.max(1e-300, Math.abs(expected[i])));
        return Arrays.stream(errors).max().orElse(0);
    }
}
