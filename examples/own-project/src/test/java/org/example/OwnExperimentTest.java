package org.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.experiments.cli.Main;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The experiment in small, started as on the command line. */
class OwnExperimentTest {
    @TempDir
    private Path runs;

    @Test
    void theTableHasARowForEachMargin() throws IOException {
        int code = Main.run(
                List.of(), "run", "own-experiment", "steps=20", "margins=[0.5, 2]", "--runs-dir", runs.toString());
        assertThat(code).isZero();
        Path home =
                ExperimentDirectory.latest(runs, "own-experiment").orElseThrow().path();
        List<String> table = Files.readAllLines(home.resolve("table.csv"));
        assertThat(table.get(0)).startsWith("margin,modes");
        assertThat(table).filteredOn(line -> line.startsWith("0.5,")).hasSize(1);
        assertThat(table).filteredOn(line -> line.startsWith("2.0,")).hasSize(1);
        try (var directories = Files.list(home).filter(Files::isDirectory)) {
            assertThat(directories)
                    .hasSize(2)
                    .allSatisfy(run -> assertThat(run.resolve("result.json")).isNotEmptyFile());
        }
    }
}
