package org.gan4j.core.distance;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** The definitions in double precision, without any of the rearrangements under test, and data on which these lose digits. */
final class Direct {
    private Direct() {}

    static double squaredDistance(Tensor x, int i, Tensor y, int j) {
        return squaredDistance(x.toDoubles(), i, y.toDoubles(), j, x.shape().dim(1));
    }

    static double squaredDistance(double[] x, int i, double[] y, int j, int dimension) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double difference = x[i * dimension + k] - y[j * dimension + k];
            sum += difference * difference;
        }
        return sum;
    }

    /** Returns the biased MMD^2. */
    static double discrepancy(Tensor x, Tensor y, double... sigmas) {
        return mean(x, x, sigmas) + mean(y, y, sigmas) - 2 * mean(x, y, sigmas);
    }

    private static double mean(Tensor x, Tensor y, double... sigmas) {
        double[] left = x.toDoubles();
        double[] right = y.toDoubles();
        int n = x.shape().dim(0);
        int m = y.shape().dim(0);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double squared = squaredDistance(left, i, right, j, x.shape().dim(1));
                for (double sigma : sigmas) {
                    sum += Math.exp(-squared / (2 * sigma * sigma));
                }
            }
        }
        return sum / n / m;
    }

    /** Returns rows of two clusters of one deviation about (at, at, ...) and its negative, in turn. */
    static Tensor clusters(int count, int dimension, double at, double deviation, String name) {
        float[] values = RandomStream.of(5)
                .split(name)
                .normal(Shape.of(count, dimension), 0, deviation)
                .toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) (i / dimension % 2 == 0 ? at : -at);
        }
        return Tensor.of(Shape.of(count, dimension), values);
    }

    /** Returns multiples of 1/256, which stay exact in float32 when 1 024 is added. */
    static Tensor coarse(int count, int dimension, String name) {
        float[] values = RandomStream.of(6)
                .split(name)
                .normal(Shape.of(count, dimension), 0, 0.5)
                .toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(values[i] * 256) / 256f;
        }
        return Tensor.of(Shape.of(count, dimension), values);
    }
}
