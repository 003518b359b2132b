package org.gan4j.core.distance;

import java.util.Arrays;

/**
 * Logarithms of means of Gaussian kernels over all n centres, ln(1/n sum_j exp(-rate |x - mu_j|^2)), for several rates.
 *
 * <p>A sum is taken relative to its largest term, that of the nearest centre, whose distance is exact; terms below e^-50
 * of it are left out, which changes a sum of 100 000 terms by less than 2e-17 of itself. A distance is recomputed in double
 * precision if its error might change its exponent by more than {@value #TOLERANCE} nats, unless the term is so small that
 * all such terms together cannot change the sum by that share. So a logarithm is right to twice that for certain; rounding
 * errors, which mostly cancel, are some hundred times smaller.
 */
public final class LogKernelMeans {
    static final double TOLERANCE = 0.01;
    private static final double NEGLIGIBLE = 50;

    private final double[] rates;

    private LogKernelMeans(double[] rates) {
        this.rates = rates;
    }

    /**
     * Returns the means with these rates.
     *
     * @param rates in nats per squared distance, 1 / (2 sigma^2); positive and finite
     */
    public static LogKernelMeans of(double... rates) {
        for (double rate : rates) {
            if (!(rate > 0) || Double.isInfinite(rate)) {
                throw new IllegalArgumentException("a rate is positive and finite, but is " + rate);
            }
        }
        return new LogKernelMeans(rates.clone());
    }

    /** Returns ln(1/n sum_j exp(-rate |x - mu_j|^2)) for each rate, of one point; NaN if no distance is a number. */
    public double[] of(DistanceRow row) {
        double nearest = row.at(row.nearest(1)[0]);
        settle(row, nearest);
        double[] values = row.values();
        return Arrays.stream(rates)
                .map(rate -> logMean(values, nearest, rate) - nearest * rate)
                .toArray();
    }

    private static double logMean(double[] values, double nearest, double rate) {
        double reach = nearest + NEGLIGIBLE / rate;
        double sum = 0;
        for (double value : values) {
            if (value <= reach) {
                sum += Math.exp((nearest - value) * rate);
            }
        }
        return Math.log(sum / values.length);
    }

    /**
     * Recomputes the distances whose errors matter to some rate. An error b of a distance at least L changes the term by
     * at most b rate exp(-rate (L - nearest)), where the whole sum is at least 1.
     */
    private void settle(DistanceRow row, double nearest) {
        double widest = row.largestBound();
        double[] bearable = new double[rates.length];
        double[] reach = new double[rates.length];
        double farthest = Double.NEGATIVE_INFINITY;
        int count = 0;
        for (double rate : rates) {
            if (!(widest * rate <= TOLERANCE)) {
                bearable[count] = TOLERANCE / rate;
                reach[count] = nearest + Math.log(row.count() * Math.min(1, widest * rate) / TOLERANCE) / rate;
                farthest = Math.max(farthest, reach[count] + widest);
                count++;
            }
        }
        if (count == 0) {
            return;
        }
        for (int j : row.notAbove(farthest)) {
            double bound = row.bound(j);
            double least = row.at(j) - bound;
            for (int i = 0; i < count; i++) {
                if (!(bound <= bearable[i] || least > reach[i])) {
                    row.exact(j);
                    break;
                }
            }
        }
    }
}
