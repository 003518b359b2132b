package org.gan4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.io.ExitCode;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.memory.MemoryReading;
import org.gan4j.experiments.memory.MemoryReport;
import org.gan4j.experiments.memory.MemoryTrial;
import org.gan4j.experiments.paper.Goodfellow2014Mnist;
import org.gan4j.experiments.training.Steps;

/** Trains the 2014 paper's MNIST networks on drawn digits, for which nothing is downloaded, and judges the memory. */
final class MemoryCheck {
    private static final long SEED = 1;

    private final Output output;

    MemoryCheck(Output output) {
        this.output = output;
    }

    /** What is printed as JSON; the change is a fraction of the first reading. */
    record Result(List<MemoryReading> readings, boolean heapFixed, Optional<Double> largestChange, boolean flat) {}

    int run(MemoryTrial trial, DataDirectory data) {
        int length = Math.toIntExact(trial.warmUp() + trial.steps());
        MemoryReport report = trial.of(
                Goodfellow2014Mnist.on(StrokeDigits.DEFAULTS, new Steps(length), SEED),
                data,
                reading -> output.note("step " + reading.step() + ": resident " + resident(reading)));
        output.print(
                new Result(report.readings(), report.heapFixed(), report.largestChange(), report.isFlat()),
                () -> text(report));
        if (report.isFlat()) {
            return ExitCode.OK.code();
        }
        output.note(problem(report));
        return ExitCode.INTERNAL_ERROR.code();
    }

    private static String text(MemoryReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "resident", "heap committed", "heap used", "blocks held", "blocks in use"));
        for (MemoryReading reading : report.readings()) {
            rows.add(List.of(
                    Long.toString(reading.step()),
                    resident(reading),
                    mebibytes(reading.heapCommitted()),
                    mebibytes(reading.heapUsed()),
                    mebibytes(reading.blocksHeld()),
                    mebibytes(reading.blocksInUse())));
        }
        String changes = report.largestChange()
                .map(change -> String.format(
                        Locale.ROOT,
                        "resident memory: first %s, last %s, largest change %+.2f %% (%s; within %.0f %% counts as flat)%n",
                        resident(report.first()),
                        resident(report.last()),
                        100 * change,
                        report.isFlat() ? "flat" : "NOT FLAT",
                        100 * MemoryReport.TOLERANCE))
                .orElse("resident memory cannot be read on this system\n");
        return Columns.of(rows) + changes;
    }

    private static String problem(MemoryReport report) {
        if (report.largestChange().isEmpty()) {
            return "Whether memory is flat cannot be said: this system does not tell how much of it a process holds."
                    + " Linux does, in /proc/self/status.";
        }
        if (!report.heapFixed()) {
            return "Resident memory changed, which may be the Java heap taking its memory little by little. Start with"
                    + " ./gan, or with -Xms and -Xmx of one size and -XX:+AlwaysPreTouch.";
        }
        return "Resident memory changed although the Java heap has a fixed size.";
    }

    private static String resident(MemoryReading reading) {
        return reading.resident().map(MemoryCheck::mebibytes).orElse("unknown");
    }

    private static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MiB", bytes / 1048576.0);
    }
}
