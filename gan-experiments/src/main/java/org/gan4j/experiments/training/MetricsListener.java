package org.gan4j.experiments.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.training.StepMetrics;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.store.StepLog;

/** Writes the numbers of a step to {@code metrics.jsonl} and for TensorBoard, and the wall time to {@code timing.jsonl}. */
final class MetricsListener implements TrainingListener {
    private final StepLog metrics;
    private final StepLog timing;
    private final EventFile events;
    private final long firstStep;
    private final long startNanos;

    MetricsListener(StepLog metrics, StepLog timing, EventFile events, long firstStep) {
        this.metrics = metrics;
        this.timing = timing;
        this.events = events;
        this.firstStep = firstStep;
        this.startNanos = System.nanoTime();
    }

    @Override
    public void onMetrics(StepMetrics observation) {
        metrics.add(observation.step(), observation.values());
        events.numbers(observation.step(), observation.values());
        SortedMap<String, Object> times = new TreeMap<>();
        times.put("session-seconds", (System.nanoTime() - startNanos) / 1e9);
        times.put("session-first-step", firstStep);
        timing.add(observation.step(), times);
    }

    /** Returns the numbers of the last line, by name; empty if nothing was written. */
    static SortedMap<String, Double> lastLine(Path metrics) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        if (!Files.exists(metrics)) {
            return numbers;
        }
        try {
            List<String> lines = Files.readAllLines(metrics);
            if (!lines.isEmpty()) {
                Json.parse(lines.get(lines.size() - 1), metrics.toString()).forEach((name, value) -> {
                    if (value instanceof Number number) {
                        numbers.put(name, number.doubleValue());
                    }
                });
            }
            return numbers;
        } catch (IOException e) {
            throw InputErrors.cannotRead(metrics, ExitCode.CHECKPOINT, e);
        }
    }
}
