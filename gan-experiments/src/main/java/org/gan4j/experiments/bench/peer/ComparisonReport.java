package org.gan4j.experiments.bench.peer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.experiments.bench.Spread;

/**
 * The same work in several frameworks, measured in turn.
 *
 * @param environment of this framework's processes
 * @param settings how it was measured
 * @param rows one per case
 * @param facts of each peer that could be measured: versions, libraries
 */
public record ComparisonReport(
        SortedMap<String, String> environment,
        Comparison.Settings settings,
        List<Row> rows,
        SortedMap<String, SortedMap<String, String>> facts) {
    public ComparisonReport {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
        rows = Collections.unmodifiableList(new ArrayList<>(rows));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /**
     * One case.
     *
     * @param name its letter
     * @param title what it is
     * @param unit what one time is the time of
     * @param own this framework's time
     * @param bareProducts the time of its matrix products alone, where they were measured
     * @param ratioToProducts own median over theirs
     * @param parameters how many numbers each player learns: the same in all frameworks, or the comparison fails
     * @param peers what the others took, or why they are absent
     */
    public record Row(
            String name,
            String title,
            String unit,
            Spread own,
            Optional<Spread> bareProducts,
            Optional<Double> ratioToProducts,
            SortedMap<String, Long> parameters,
            List<Other> peers) {}

    /**
     * Another framework in one case: either a time or an absence.
     *
     * @param name the framework
     * @param seconds of one step or evaluation
     * @param ratio its median over that of this framework: above 1, this framework is faster
     * @param variant the fastest way of running it, which was chosen in a calibration before
     * @param absence why it could not be measured
     */
    public record Other(
            String name,
            Optional<Spread> seconds,
            Optional<Double> ratio,
            Optional<String> variant,
            Optional<String> absence) {}
}
