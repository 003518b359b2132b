package org.gan4j.core.distance;

import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Tensor;

/** Rows of numbers as they were given, whose differences are taken in double precision. */
final class Coordinates {
    private final float[] singles;
    private final double[] doubles;
    private final boolean wide;
    private final int dimension;

    private Coordinates(float[] singles, double[] doubles, boolean wide, int dimension) {
        this.singles = singles;
        this.doubles = doubles;
        this.wide = wide;
        this.dimension = dimension;
    }

    /** Returns a copy of the rows of a matrix [n, d]. */
    static Coordinates of(Tensor rows) {
        int dimension = rows.shape().dim(1);
        return rows.dtype() == DType.FLOAT64
                ? new Coordinates(new float[0], rows.toDoubles(), true, dimension)
                : new Coordinates(rows.toFloats(), new double[0], false, dimension);
    }

    int dimension() {
        return dimension;
    }

    int count() {
        return (wide ? doubles.length : singles.length) / dimension;
    }

    /** Returns sum_k (x_ik - y_jk)^2, at most (d + 2) 2^-53 of itself from it: 0 exactly for equal rows. */
    double squaredDistance(int i, Coordinates y, int j) {
        int left = i * dimension;
        int right = j * dimension;
        return wide || y.wide ? mixed(left, y, right) : singles(left, y.singles, right);
    }

    /** Takes four at a time, none of which waits for the one before. */
    private double singles(int left, float[] y, int right) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int fours = dimension & ~3;
        for (int k = 0; k < fours; k += 4) {
            double p = (double) singles[left + k] - y[right + k];
            double q = (double) singles[left + k + 1] - y[right + k + 1];
            double r = (double) singles[left + k + 2] - y[right + k + 2];
            double s = (double) singles[left + k + 3] - y[right + k + 3];
            a += p * p;
            b += q * q;
            c += r * r;
            d += s * s;
        }
        for (int k = fours; k < dimension; k++) {
            double p = (double) singles[left + k] - y[right + k];
            a += p * p;
        }
        return a + b + (c + d);
    }

    private double mixed(int left, Coordinates y, int right) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double difference = at(left + k) - y.at(right + k);
            sum += difference * difference;
        }
        return sum;
    }

    private double at(int index) {
        return wide ? doubles[index] : singles[index];
    }
}
