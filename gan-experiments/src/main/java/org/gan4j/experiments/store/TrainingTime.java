package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.gan4j.core.config.Json;

/**
 * The wall time of training, over all sessions of a run that was stopped and resumed; the time between the last metrics
 * before a stop and the stop is not counted, nor are the steps taken in it.
 *
 * @param seconds wall time
 * @param steps taken in it
 */
public record TrainingTime(double seconds, long steps) {

    /** Reads the times of a run; none if it has written no metrics. */
    public static TrainingTime of(RunDirectory directory) {
        if (!Files.isRegularFile(directory.timing())) {
            return new TrainingTime(0, 0);
        }
        Map<Long, TrainingTime> sessions = new LinkedHashMap<>();
        String file = directory.timing().toString();
        directory.text(directory.timing()).lines().forEach(line -> {
            Map<String, Object> values = Json.parse(line, file);
            long first = number(values, "session-first-step").longValue();
            long steps = number(values, "step").longValue() - first;
            sessions.put(
                    first, new TrainingTime(number(values, "session-seconds").doubleValue(), steps));
        });
        double seconds =
                sessions.values().stream().mapToDouble(TrainingTime::seconds).sum();
        return new TrainingTime(
                seconds,
                sessions.values().stream().mapToLong(TrainingTime::steps).sum());
    }

    /** Returns milliseconds per step; empty when no step was timed. */
    public OptionalDouble millisecondsPerStep() {
        return steps == 0 ? OptionalDouble.empty() : OptionalDouble.of(1e3 * seconds / steps);
    }

    private static Number number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Number number ? number : 0;
    }
}
