package org.gan4j.experiments.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.Scaling;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures what several independent runs do together. */
@Command(
        name = "scaling",
        description = "Measure several independent runs side by side, in one process and in several.")
final class BenchScalingCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    BenchCommand bench;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--case",
            split = ",",
            paramLabel = "CASE",
            description = "the cases to measure, letters with commas between them; a and b if not given")
    List<String> cases = new ArrayList<>();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "2",
            description = "how many at once; ${DEFAULT-VALUE} if not given")
    int runs = 2;

    @Option(
            names = "--repetitions",
            paramLabel = "N",
            defaultValue = "3",
            description = "how often each way is measured; ${DEFAULT-VALUE} if not given")
    int repetitions = 3;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "2",
            description = "how long each measurement takes; ${DEFAULT-VALUE} if not given")
    double seconds = 2;

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "15",
            description = "how long each process runs before it; ${DEFAULT-VALUE} if not given")
    double warmUp = 15;

    @Option(
            names = "--kernel-threads",
            split = ",",
            paramLabel = "N",
            description = "threads of each process's kernels, with commas between them; 1 and all if not given")
    List<Integer> kernelThreads = new ArrayList<>();

    @Override
    public Integer call() {
        List<Scaling> all = new ArrayList<>();
        Scaling.Settings settings = settings();
        for (BenchCase one : BenchCommand.chosen(cases, List.of(BenchCase.A, BenchCase.B))) {
            output.note("case " + one.letter());
            all.add(Scaling.measure(Objects.requireNonNull(bench).program(), one, settings));
        }
        output.print(all, () -> text(all));
        return ExitCode.OK.code();
    }

    private Scaling.Settings settings() {
        try {
            return new Scaling.Settings(
                    runs, repetitions, seconds, warmUp, kernelThreads.isEmpty() ? oneAndAll() : kernelThreads);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(ExitCode.USAGE, "bench scaling: " + wrong.getMessage());
        }
    }

    private static List<Integer> oneAndAll() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors == 1 ? List.of(1) : List.of(1, processors);
    }

    private static String text(List<Scaling> all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "case", "runs", "where", "kernel threads of each process", "steps per second", "least", "most"));
        for (Scaling scaling : all) {
            for (Scaling.Way way : scaling.rows()) {
                rows.add(List.of(
                        scaling.name(),
                        Integer.toString(way.runs()),
                        where(way),
                        Integer.toString(way.kernelThreads()),
                        String.format(Locale.ROOT, "%.1f", way.stepsPerSecond().median()),
                        String.format(Locale.ROOT, "%.1f", way.stepsPerSecond().least()),
                        String.format(Locale.ROOT, "%.1f", way.stepsPerSecond().most())));
            }
        }
        return Columns.of(rows);
    }

    private static String where(Scaling.Way way) {
        if (way.runs() == 1) {
            return "alone";
        }
        return way.place() == Scaling.Place.ONE_PROCESS ? "in one process" : "in a process each";
    }
}
