package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The comparison of all losses, for two steps each. */
class LossesOnRingTest {
    @TempDir
    private Path directory;

    @Test
    void hasARowPerLossWithItsTimeApartAlsoOfALossOfSomebodyElse() throws IOException {
        Desk desk = new Desk(directory);
        String out = desk.gan(
                        "--module",
                        CardsTest.OwnModule.class.getName(),
                        "run",
                        "losses-on-ring",
                        "steps=2",
                        "seeds=[3]")
                .isDone()
                .out();
        Path folder = desk.home("losses-on-ring");
        List<String> results = rows(Files.readString(folder.resolve("table.md")));
        List<String> times = rows(Files.readString(folder.resolve("timings.md")));
        assertThat(results).hasSizeGreaterThan(25);
        assertThat(times).hasSameSizeAs(results);
        assertThat(out).contains(results.get(0), times.get(0));
        assertThat(results).anyMatch(row -> row.startsWith("| kl + r1 "));
        assertThat(results).anyMatch(row -> row.startsWith("| cubic "));
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Wall time", "gan-qp + quadratic-potential");
        try (Stream<Path> runs = Files.list(folder).filter(Files::isDirectory)) {
            assertThat(runs).hasSameSizeAs(results);
        }
    }

    /** The lines of a Markdown table below its heading. */
    private static List<String> rows(String table) {
        return table.lines().filter(line -> line.startsWith("| ")).skip(2).toList();
    }
}
