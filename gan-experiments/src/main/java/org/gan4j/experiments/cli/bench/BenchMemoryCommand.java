package org.gan4j.experiments.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.io.ExitCode;
import org.gan4j.experiments.bench.BenchCase;
import org.gan4j.experiments.bench.MemoryPeaks;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures the most memory that trainings hold. */
@Command(name = "memory", description = "Measure the most physical memory that a training holds.")
final class BenchMemoryCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    BenchCommand bench;

    @Mixin
    Output output = new Output();

    @Option(
            names = "--case",
            split = ",",
            paramLabel = "CASE",
            description = "the cases to measure, letters with commas between them; a and d if not given")
    List<String> cases = new ArrayList<>();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "10",
            description = "how long each is trained; ${DEFAULT-VALUE} if not given")
    double seconds = 10;

    @Override
    public Integer call() {
        MemoryPeaks peaks = MemoryPeaks.measure(
                Objects.requireNonNull(bench).program(),
                BenchCommand.chosen(cases, List.of(BenchCase.A, BenchCase.D)),
                seconds);
        output.print(peaks, () -> text(peaks));
        return ExitCode.OK.code();
    }

    private static String text(MemoryPeaks peaks) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("case", "most memory", "what"));
        for (MemoryPeaks.Peak peak : peaks.peaks()) {
            String bytes = peak.residentBytes()
                    .map(count -> String.format(Locale.ROOT, "%d MiB", count >> 20))
                    .orElse("not known on this system");
            rows.add(List.of(peak.name(), bytes, peak.title()));
        }
        return Columns.of(rows);
    }
}
