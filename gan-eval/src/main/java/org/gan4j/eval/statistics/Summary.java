package org.gan4j.eval.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.gan4j.eval.Uncertainty;

/**
 * Mean and spread of repeated measurements, usually one per seed.
 *
 * <p>deviation = sqrt(sum (x - mean)^2 / (n - 1)), standardError = deviation / sqrt(n). With one measurement neither
 * exists, which is not the same as 0.
 *
 * @param count how many measurements, at least 1
 * @param mean their mean
 * @param deviation sample deviation; empty for one measurement
 */
public record Summary(int count, double mean, Optional<Double> deviation) {

    /**
     * The summary of these measurements.
     *
     * @throws IllegalArgumentException if there are none, or one is not finite: a diverged run is a status, not a number
     */
    public static Summary of(double... measurements) {
        requireFinite(measurements);
        int count = measurements.length;
        Optional<Double> deviation =
                count < 2 ? Optional.empty() : Optional.of(Math.sqrt(StatUtils.variance(measurements)));
        return new Summary(count, StatUtils.mean(measurements), deviation);
    }

    /** Deviation of the mean: the sample deviation over sqrt(n); empty for one measurement. */
    public Optional<Double> standardError() {
        return deviation.map(spread -> spread / Math.sqrt(count));
    }

    /** The sample deviation as an uncertainty over seeds. */
    public Optional<Uncertainty> overSeeds() {
        return deviation.map(spread -> new Uncertainty(spread, Uncertainty.Kind.DEVIATION_OVER_SEEDS));
    }

    /** The standard error as an uncertainty over seeds. */
    public Optional<Uncertainty> errorOverSeeds() {
        return standardError().map(error -> new Uncertainty(error, Uncertainty.Kind.STANDARD_ERROR_OVER_SEEDS));
    }

    /**
     * Half the width of the confidence interval of the mean by Student's t with n - 1 degrees of freedom.
     *
     * @param level such as 0.95, between 0 and 1
     */
    public Optional<Double> confidenceHalfWidth(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, but is " + level);
        }
        return standardError()
                .map(error -> error * new TDistribution(count - 1).inverseCumulativeProbability((1 + level) / 2));
    }

    static void requireFinite(double... measurements) {
        if (measurements.length == 0) {
            throw new IllegalArgumentException("there is nothing to summarise: no measurement was given");
        }
        for (int i = 0; i < measurements.length; i++) {
            if (!Double.isFinite(measurements[i])) {
                throw new IllegalArgumentException("measurement " + i + " of " + measurements.length + " is "
                        + measurements[i] + "; leave diverged runs out and say how many there were");
            }
        }
    }
}
