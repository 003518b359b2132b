package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.experiments.bench.BenchReport;
import org.gan4j.experiments.bench.MemoryPeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private static final String QUICK = "--no-ceiling --seconds 0 --warm-up 0 --repetitions 2";

    @TempDir
    private Path directory;

    @Test
    void measurementsAsJson() {
        Desk.Outcome outcome = bench("--case c " + QUICK + " --json").isDone();
        BenchReport report = Json.read(outcome.out(), "standard output", BenchReport.class);
        assertThat(report.cases()).hasSize(1);
        assertThat(report.cases().get(0).title()).startsWith("critic of WGAN-GP");
        assertThat(report.settings().repetitions()).isEqualTo(2);
        assertThat(outcome.err()).contains("repetition 2 of 2");
    }

    @Test
    void measurementsInWords() {
        Desk.Outcome outcome = bench("--case B " + QUICK).isDone();
        assertThat(outcome.out())
                .contains("processor ")
                .contains("case  median")
                .contains("b  non-saturating loss on 2-128-128 networks")
                .contains("d learns 17025 numbers");
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        bench("--case a,x").isRefused(ExitCode.USAGE, """
                bench --case: there is no case "x". Cases are a, b, c, d and e; gan bench --help says what they are.
                """);
        bench("--case a --repetitions 0").isRefused(ExitCode.USAGE, """
                bench: repetitions and runs must be at least 1, but are 0 and 1
                """);
    }

    @Test
    void runsSideBySideAreCountedTogether() {
        Desk.Outcome outcome = bench("scaling --case b --repetitions 1 --seconds 0 --warm-up 0 --kernel-threads 1")
                .isDone();
        assertThat(outcome.out()
                        .lines()
                        .map(line -> line.replaceAll(" {2,}", "|").replaceAll("[0-9]+\\.[0-9]+", "R")))
                .containsExactly(
                        "case|runs|where|kernel threads of each process|steps per second|least|most",
                        "b|1|alone|1|R|R|R",
                        "b|2|in one process|1|R|R|R",
                        "b|2|in a process each|1|R|R|R");
        bench("scaling --runs 1").isRefused(ExitCode.USAGE, """
                bench scaling: side by side needs at least 2 runs and 1 repetition, but has 1 and 3
                """);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "other systems do not tell")
    void theMostMemoryIsThatOfAProcessOfItsOwn() {
        Desk.Outcome outcome = bench("memory --case b --seconds 0 --json").isDone();
        MemoryPeaks peaks = Json.read(outcome.out(), "standard output", MemoryPeaks.class);
        assertThat(peaks.peaks()).hasSize(1);
        assertThat(peaks.peaks().get(0).residentBytes().orElseThrow()).isBetween(20L << 20, 4L << 30);
    }

    @Test
    void peersNeedTheirDirectory() {
        bench("peers --peers DIR/nowhere").isRefused(ExitCode.USAGE, """
                bench peers: there is no directory DIR/nowhere. Name benchmarks/peers of the sources with --peers DIR.
                """);
    }

    @Test
    void aStartIsMeasuredAtLeastOnce() {
        bench("startup --repetitions 0").isRefused(ExitCode.USAGE, """
                bench startup: repetitions must be at least 1, but are 0
                """);
    }

    private Desk.Outcome bench(String options) {
        return new Desk(directory).gan(("bench " + options).split(" "));
    }
}
