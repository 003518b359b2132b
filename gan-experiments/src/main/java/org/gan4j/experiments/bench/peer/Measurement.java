package org.gan4j.experiments.bench.peer;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Default;

/**
 * What a process has measured of one case: the one line of JSON that it prints.
 *
 * @param name the case's letter
 * @param steps how many steps or evaluations were timed, at least 1
 * @param seconds of all of them together
 * @param parameters how many numbers each player learns
 * @param value what was computed, where that is one number
 * @param peakResidentBytes the most physical memory that the process held
 * @param facts versions, threads and whatever else it depends on
 * @param productSeconds of the case's matrix products alone, where they were measured
 */
record Measurement(
        String name,
        long steps,
        double seconds,
        @Default("{}") SortedMap<String, Long> parameters,
        Optional<Double> value,
        Optional<Long> peakResidentBytes,
        @Default("{}") SortedMap<String, String> facts,
        Optional<Double> productSeconds) {
    Measurement {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        if (steps < 1 || !(seconds > 0)) {
            throw new IllegalArgumentException(
                    "a measurement needs at least 1 step and some time, but has " + steps + " and " + seconds);
        }
    }

    /** Returns the seconds of one step or evaluation. */
    double each() {
        return seconds / steps;
    }
}
