package org.gan4j.eval.neighbour;

import java.util.List;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Measure;

/**
 * A share of hits among trials, in percent.
 *
 * @param hits how many
 * @param trials of so many, at least 1
 */
record Share(int hits, int trials) {
    private static final double NORMAL_95 = 1.959963984540054;

    /** Returns the share of places at which two arrays of one length, at least 1, have the same number. */
    static Share ofEqual(int[] some, int[] others) {
        int hits = 0;
        for (int i = 0; i < some.length; i++) {
            hits += some[i] == others[i] ? 1 : 0;
        }
        return new Share(hits, some.length);
    }

    /** Returns the share of trials that are no hits. */
    Share misses() {
        return new Share(trials - hits, trials);
    }

    double percent() {
        return 100.0 * hits / trials;
    }

    /** Returns 100 sqrt(p (1 - p) / n), the binomial standard error in percent. */
    double standardError() {
        double p = (double) hits / trials;
        return 100 * Math.sqrt(p * (1 - p) / trials);
    }

    /**
     * Returns the ends of Wilson's interval of 95 %, in percent: (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 +
     * z^2 / n), which does not shrink to a point where all or none are hits.
     */
    List<Double> wilson() {
        double p = (double) hits / trials;
        double z2 = NORMAL_95 * NORMAL_95 / trials;
        double middle = p + z2 / 2;
        double half = NORMAL_95 * Math.sqrt(p * (1 - p) / trials + z2 / (4 * trials));
        double low = Math.max(0, (middle - half) / (1 + z2));
        double high = Math.min(1, (middle + half) / (1 + z2));
        return List.of(100 * low, 100 * high);
    }

    /** Returns the share with its standard error, and the interval as parameter {@code wilson95}. */
    Estimate estimate(Measure measure) {
        return Estimate.of(measure, percent()).plusMinus(standardError()).withParameter("wilson95", wilson());
    }
}
