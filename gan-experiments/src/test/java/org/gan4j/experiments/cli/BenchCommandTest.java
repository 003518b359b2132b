package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.experiments.bench.BenchReport;
import org.junit.jupiter.api.Test;
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

    private Desk.Outcome bench(String options) {
        return new Desk(directory).gan(("bench " + options).split(" "));
    }
}
