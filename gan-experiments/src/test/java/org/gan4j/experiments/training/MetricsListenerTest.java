package org.gan4j.experiments.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.training.checkpoint.Checkpoint;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.experiments.cli.Main;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which steps have a line of metrics, and which of them stay when a run goes on. */
class MetricsListenerTest {
    private static final String FIRST = "{\"step\":1}\n";

    @TempDir
    private Path directory;

    /** Formerly empty, as if nothing had been tried. */
    @Test
    void aRunThatDivergesAtOnceSaysAtWhichStep() throws IOException {
        Path file = Files.writeString(directory.resolve("once.yaml"), """
                type: training
                seeds: [7]
                run:
                  data: ring
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [2]}
                    discriminator: {type: mlp, hidden: [2]}
                    loss: non-saturating
                  optimizers: {d: {type: sgd, rate: 1e300}, g: {type: sgd, rate: 1e300}}
                  batchSize: 4
                  length: 3
                """);
        assertThat(Main.run(List.of(), "run", file.toString(), "--runs-dir", directory.toString()))
                .isEqualTo(ExitCode.DIVERGED.code());
        Path home = ExperimentDirectory.latest(directory, "once").orElseThrow().path();
        try (var runs = Files.list(home).filter(Files::isDirectory)) {
            assertThat(runs)
                    .hasSize(1)
                    .allSatisfy(run -> assertThat(run.resolve("metrics.jsonl")).hasContent("{\"step\":1}"));
        }
    }

    /** The state after step 4, and the metrics as they were then. */
    private Checkpoint fourth(Path metrics) {
        SortedMap<String, FileDigest> growing = new TreeMap<>();
        growing.put("metrics.jsonl", FileDigest.of(metrics));
        return new Checkpoint(
                new GameState(4, new TreeMap<>(), Buffers.empty(), Buffers.empty()),
                new CheckpointFiles(growing, new TreeMap<>(), new TreeMap<>()),
                new CheckpointEnvironment("c0ffee", 1, "plain"));
    }

    @Test
    void theLineOfAnEndIsTakenAwayWhenTheRunIsTrainedLonger() throws IOException {
        Path metrics = Files.writeString(directory.resolve("metrics.jsonl"), FIRST + "{\"step\":4}\n");
        FileDigest all = FileDigest.of(metrics);
        Checkpoint start = fourth(metrics);
        assertThat(MetricsListener.begin(start, 9, 20, metrics))
                .isEqualTo(new FileDigest(FIRST.length(), Sha256.of(FIRST)));
        assertThat(MetricsListener.begin(start, 9, 4, metrics)).isEqualTo(all); // it is the end still
        assertThat(MetricsListener.begin(start, 4, 20, metrics)).isEqualTo(all); // a longer run has this line too
        assertThat(MetricsListener.begin(start, 3, 20, metrics)).isEqualTo(all);
    }

    /** An interval of 9: a run of 4 steps begins as one of 20 steps does, and adds its end. */
    @Test
    void aShortRunHasItsFirstAndItsLastStep() throws IOException {
        Path four = run(4);
        Path twenty = run(20);
        List<String> lines = Files.readAllLines(four.resolve("metrics.jsonl"));
        List<String> longer = Files.readAllLines(twenty.resolve("metrics.jsonl"));
        assertThat(lines).extracting(MetricsListenerTest::step).containsExactly("1", "4");
        assertThat(longer).extracting(MetricsListenerTest::step).containsExactly("1", "9", "18");
        assertThat(lines.get(0)).isEqualTo(longer.get(0));
        assertThat(Files.readString(four.resolve("result.json"))).contains("\"metrics\"", "\"step\": 4");
        byte[] events = Files.readAllBytes(four.resolve(EventFile.NAME));
        assertThat(Files.readAllBytes(twenty.resolve(EventFile.NAME)))
                .as("the longer run's events begin with all of the shorter's")
                .startsWith(events);
    }

    private static String step(String line) {
        return line.replaceFirst("^\\{\"step\":([0-9]+),.*", "$1");
    }

    private Path run(int length) throws IOException {
        Path file = Files.writeString(directory.resolve("short-" + length + ".yaml"), """
                type: training
                seeds: [3]
                run:
                  data: {type: gaussian, mean: 0.5}
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [2]}
                    discriminator: {type: mlp, hidden: [2]}
                    loss: non-saturating
                  optimizers: {d: {type: sgd, rate: 0.01}, g: {type: sgd, rate: 0.01}}
                  batchSize: 4
                  length: %d
                  intervals: {metrics: 9, samples: 100, checkpoints: 100}
                """.formatted(length));
        assertThat(Main.run(List.of(), "run", file.toString(), "--runs-dir", directory.toString()))
                .isZero();
        try (var runs = Files.list(ExperimentDirectory.latest(directory, "short-" + length)
                        .orElseThrow()
                        .path())
                .filter(Files::isDirectory)) {
            return runs.findFirst().orElseThrow();
        }
    }
}
