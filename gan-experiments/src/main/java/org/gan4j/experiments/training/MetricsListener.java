package org.gan4j.experiments.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.training.StepMetrics;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.checkpoint.Checkpoint;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.store.StepLog;

/**
 * Writes the numbers of a step to {@code metrics.jsonl} and for TensorBoard, and the wall time to {@code timing.jsonl}.
 *
 * <p>There is a line for step 1 and for every multiple of the interval, however long the run is. A run that ends before the
 * first multiple has one for its last step too, which belongs to its end: if it is trained longer, {@link #begin} takes the line
 * away, and TensorBoard does not get it. A run that diverges before its first line has one that says the step alone.
 */
final class MetricsListener implements TrainingListener {
    private final StepLog metrics;
    private final StepLog timing;
    private final EventFile events;
    private final long interval;
    private final long firstStep;
    private final long startNanos;

    MetricsListener(RunLogs logs, long interval, long firstStep) {
        this.metrics = logs.metrics();
        this.timing = logs.timing();
        this.events = logs.events();
        this.interval = interval;
        this.firstStep = firstStep;
        this.startNanos = System.nanoTime();
    }

    @Override
    public void onMetrics(StepMetrics observation) {
        metrics.add(observation.step(), observation.values());
        if (!ofAnEnd(observation.step(), interval)) {
            events.numbers(observation.step(), observation.values());
        }
        SortedMap<String, Object> times = new TreeMap<>();
        times.put("session-seconds", (System.nanoTime() - startNanos) / 1e9);
        times.put("session-first-step", firstStep);
        timing.add(observation.step(), times);
    }

    private static boolean ofAnEnd(long step, long interval) {
        return step > 1 && step < interval;
    }

    /**
     * Returns what the metrics of a run begin with that goes on from a checkpoint.
     *
     * @param start the checkpoint
     * @param interval between two lines, in steps
     * @param steps the length of the run
     * @param metrics the file, which begins with what the checkpoint says
     */
    static FileDigest begin(Checkpoint start, long interval, long steps, Path metrics) {
        long step = start.state().step();
        return ofAnEnd(step, interval) && step < steps
                ? StepLog.firstLine(metrics)
                : start.files().begin(String.valueOf(metrics.getFileName()));
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
