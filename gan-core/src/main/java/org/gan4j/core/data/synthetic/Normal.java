package org.gan4j.core.data.synthetic;

import java.util.Arrays;
import org.gan4j.core.data.Mode;

/**
 * One multivariate normal distribution: the component of a mixture, and a mode.
 *
 * <p>log p(x) = -(d log(2 pi) + log |C| + r^2) / 2 with the Mahalanobis distance r; C = L L^T, log |C| = 2 sum log L_ii.
 */
final class Normal implements Mode {
    private final double[] mean;
    private final double[][] factor;

    private Normal(double[] mean, double[][] factor) {
        this.mean = mean;
        this.factor = factor;
    }

    /** Returns the normal distribution with the same standard deviation in every direction. */
    static Normal isotropic(double[] mean, double standardDeviation) {
        if (!(standardDeviation > 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a standard deviation must be positive and finite, got " + standardDeviation);
        }
        double[][] factor = new double[mean.length][mean.length];
        for (int i = 0; i < mean.length; i++) {
            factor[i][i] = standardDeviation;
        }
        return new Normal(mean.clone(), factor);
    }

    /** Returns the normal distribution with the given covariance matrix, which must be symmetric and positive definite. */
    static Normal correlated(double[] mean, double[][] covariance) {
        int size = mean.length;
        double[][] factor = new double[size][size];
        for (int row = 0; row < size; row++) {
            if (covariance.length != size || covariance[row].length != size) {
                throw new IllegalArgumentException("the covariance of a component with " + size
                        + " coordinates must be " + size + " by " + size + ", got " + Arrays.deepToString(covariance));
            }
            for (int column = 0; column <= row; column++) {
                double rest = covariance[row][column];
                if (!(Math.abs(rest - covariance[column][row]) <= 1e-12 * Math.abs(rest))) {
                    throw new IllegalArgumentException(
                            "a covariance must be symmetric, got " + Arrays.deepToString(covariance));
                }
                for (int k = 0; k < column; k++) {
                    rest -= factor[row][k] * factor[column][k];
                }
                factor[row][column] = row == column ? root(rest, covariance) : rest / factor[column][column];
            }
        }
        return new Normal(mean.clone(), factor);
    }

    private static double root(double pivot, double[][] covariance) {
        if (!(pivot > 0 && pivot < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a covariance must be positive definite, got " + Arrays.deepToString(covariance));
        }
        return Math.sqrt(pivot);
    }

    int dimension() {
        return mean.length;
    }

    /** Writes mean + L noise, where noise starts at {@code offset}, into {@code target} at the same offset. */
    void place(float[] noise, float[] target, int offset) {
        for (int i = mean.length - 1; i >= 0; i--) {
            double value = mean[i];
            for (int k = 0; k <= i; k++) {
                value += factor[i][k] * noise[offset + k];
            }
            target[offset + i] = (float) value;
        }
    }

    double logDensity(double... point) {
        double distance = distance(point);
        double logDeterminant = 0;
        for (int i = 0; i < mean.length; i++) {
            logDeterminant += 2 * Math.log(factor[i][i]);
        }
        return -0.5 * (mean.length * Math.log(2 * Math.PI) + logDeterminant + distance * distance);
    }

    @Override
    public double distance(double... point) {
        if (point.length != mean.length) {
            throw new IllegalArgumentException(
                    "expected a point with " + mean.length + " coordinates, got " + point.length);
        }
        double[] whitened = new double[mean.length];
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            double rest = point[i] - mean[i];
            for (int k = 0; k < i; k++) {
                rest -= factor[i][k] * whitened[k];
            }
            whitened[i] = rest / factor[i][i];
            squares += whitened[i] * whitened[i];
        }
        return Math.sqrt(squares);
    }

    @Override
    public double[] centre() {
        return mean.clone();
    }

    @Override
    public double standardDeviation() {
        double logs = 0;
        for (int i = 0; i < mean.length; i++) {
            logs += Math.log(factor[i][i]);
        }
        return Math.exp(logs / mean.length);
    }
}
