package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What repetitions of one measurement gave.
 *
 * @param median of the repetitions
 * @param least of them
 * @param most of them
 * @param repetitions in the order in which they were taken, at least one
 */
public record Spread(double median, double least, double most, List<Double> repetitions) {
    public Spread {
        repetitions = Collections.unmodifiableList(new ArrayList<>(repetitions));
    }

    /**
     * Returns the spread of measurements.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static Spread of(List<Double> measurements) {
        if (measurements.isEmpty()) {
            throw new IllegalArgumentException("a median needs at least one measurement");
        }
        List<Double> sorted = new ArrayList<>(measurements);
        Collections.sort(sorted);
        int half = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1), measurements);
    }
}
