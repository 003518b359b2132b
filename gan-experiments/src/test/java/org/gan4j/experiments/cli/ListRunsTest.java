package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs on disk, found, filtered and sorted. */
class ListRunsTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void threeRuns() throws IOException {
        desk = new Desk(directory);
        desk.write("tiny.yaml", Desk.TINY.replace("seeds: [7]", "seeds: [9, 11, 10]"));
        desk.gan("run", "DIR/tiny.yaml").isDone();
    }

    private String list(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "list";
        all[1] = "runs";
        System.arraycopy(words, 0, all, 2, words.length);
        return desk.gan(all).isDone().out();
    }

    @Test
    void showsStatusAndEstimates() {
        assertThat(list().lines())
                .hasSize(4)
                .first()
                .asString()
                .matches("DIR/runs/tiny.*-s10-.*  completed  high-quality-percent .*, modes-captured .*");
        assertThat(list()).endsWith("3 of 3 runs in DIR/runs\n");
    }

    @Test
    void filtersAndSortsByNumbers() {
        assertThat(list("seed>=10", "game.loss=non-saturating", "--show=seed", "--sort=seed")
                        .lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches(".*-s10-.*  completed  10"),
                        line -> assertThat(line).matches(".*-s11-.*  completed  11"),
                        line -> assertThat(line).isEqualTo("2 of 3 runs in DIR/runs"));
        assertThat(list("status!=completed")).isEqualTo("0 of 3 runs in DIR/runs\n");
    }

    @Test
    void givesAllThatIsKnownAsJson() {
        assertThat(list("seed=9", "--json"))
                .contains("\"status\": \"completed\"")
                .contains("\"optimizers.d.rate\": \"0.01\"")
                .contains("\"last/modes-captured\": ")
                .doesNotContain("-s10-");
    }

    @Test
    void aRunThatCannotBeReadIsListedToo() throws IOException {
        Path status;
        try (var files = Files.walk(directory)) {
            status = files.filter(file -> file.endsWith("run.json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(status, "{");
        assertThat(list("status=unreadable").lines())
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .contains("  unreadable  ");
        assertThat(list()).endsWith("3 of 3 runs in DIR/runs\n");
    }

    @Test
    void aMisspeltKeyAndAMissingDirectoryAreSaid() {
        desk.gan("list", "runs", "sede=1")
                .isRefused(
                        ExitCode.USAGE,
                        "\"sede\": no run here has anything under this name. Did you mean \"seed\"? Known are experiment,"
                                + " status, started, ended, steps, message, the paths of a run's config.yaml such as game.loss or"
                                + " seed, and the names of estimates.\n");
        desk.gan("list", "runs", "--runs-dir", "DIR/none")
                .isRefused(
                        ExitCode.USAGE,
                        "DIR/none: there is no such directory. Run an experiment first, or name the directory of runs with"
                                + " --runs-dir.\n");
    }
}
