package org.gan4j.eval.statistics;

import java.util.Optional;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * What changes between two treatments that share their seeds, as the mean of differences seed by seed.
 *
 * <p>difference_i = first_i - second_i; pairing removes what the seed does to both.
 *
 * @param differences mean, deviation and standard error of the differences
 * @param pValue two-sided, by the paired t-test; empty where fewer than two pairs, or all differences equal
 * @param firstIsLarger how many of the pairs have first_i greater than second_i
 */
public record PairedDifference(Summary differences, Optional<Double> pValue, int firstIsLarger) {

    /**
     * Compares two treatments, measurement by measurement.
     *
     * @throws IllegalArgumentException if the lengths differ, there is no pair, or a measurement is not finite
     */
    public static PairedDifference of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("paired measurements need one of each per seed, but there are "
                    + first.length + " and " + second.length);
        }
        Summary.requireFinite(first);
        Summary.requireFinite(second);
        double[] differences = new double[first.length];
        int larger = 0;
        for (int i = 0; i < first.length; i++) {
            differences[i] = first[i] - second[i];
            larger += differences[i] > 0 ? 1 : 0;
        }
        Summary summary = Summary.of(differences);
        boolean testable = summary.deviation().filter(spread -> spread > 0).isPresent();
        Optional<Double> pValue = testable ? Optional.of(new TTest().pairedTTest(first, second)) : Optional.empty();
        return new PairedDifference(summary, pValue, larger);
    }
}
