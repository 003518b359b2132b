package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was measured, and where.
 *
 * @param environment processor, Java, kernels, threads, by name
 * @param settings how long and how often was measured
 * @param ceiling matrix products alone; empty if they were not asked for
 * @param cases in the order of their letters
 * @param peakResidentBytes the most physical memory that the process held; empty where the system does not tell
 */
public record BenchReport(
        SortedMap<String, String> environment,
        Bench settings,
        List<Ceiling> ceiling,
        List<CaseResult> cases,
        Optional<Long> peakResidentBytes) {
    public BenchReport {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        ceiling = Collections.unmodifiableList(new ArrayList<>(ceiling));
        cases = Collections.unmodifiableList(new ArrayList<>(cases));
    }

    /**
     * The speed of one matrix product.
     *
     * @param product name and shape
     * @param gigaflops 10^9 multiplications and additions per second
     */
    public record Ceiling(String product, Spread gigaflops) {}

    /**
     * One case.
     *
     * @param name the case's letter
     * @param title what it is
     * @param unit what one time is the time of
     * @param seconds of one step or evaluation
     * @param perSecond steps or evaluations per second, by the median; of all runs together where several ran side by side
     * @param bareProducts the matrix products of the same work alone
     * @param parameters how many numbers each player learns
     * @param secondsPerEpoch of one pass through 60 000 images, by the median
     * @param value what was computed, where that is one number
     */
    public record CaseResult(
            String name,
            String title,
            String unit,
            Spread seconds,
            double perSecond,
            Optional<BareTime> bareProducts,
            SortedMap<String, Long> parameters,
            Optional<Double> secondsPerEpoch,
            Optional<Double> value) {}

    /**
     * The matrix products of a case, done alone.
     *
     * @param seconds of all of them
     * @param ratio the median of the case over the median of its products
     * @param gigaflops what was reached in them
     * @param products names and shapes
     */
    public record BareTime(Spread seconds, double ratio, double gigaflops, List<String> products) {}
}
