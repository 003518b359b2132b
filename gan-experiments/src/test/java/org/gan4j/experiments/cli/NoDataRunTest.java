package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.npy.NpzReader;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.run.ExperimentRunner;
import org.gan4j.experiments.run.ResumePolicy;
import org.gan4j.experiments.run.Surroundings;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.training.TrainingResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game without data and without a generator, named by a module of this test, is a training like any other. */
class NoDataRunTest {
    private static final double RATE = 0.125;
    private static final int STEPS = 12;
    private static final String SCALARS = """
            type: training
            seeds: [7]
            run:
              game: {type: two-scalars}
              optimizers: {x: {type: sgd, rate: 0.125}, y: {type: sgd, rate: 0.125}}
              batchSize: 1
              length: 12
              intervals: {metrics: 1, samples: 2, checkpoints: 4}
            """;

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory, new TwoScalars.Named());
        desk.write("scalars.yaml", SCALARS);
    }

    /** Alternating, x first: x goes to x - r y, then y to y + r x of the new x. */
    @Test
    void aRunLeavesMetricsAndCheckpointsButNoPictures() throws IOException {
        Desk.Outcome outcome = desk.gan("run", "DIR/scalars.yaml").isDone();
        assertThat(outcome.err()).contains("two-scalars-no-data-s7: 12 steps").contains("two-scalars-no-data-s7: done");
        Path run = desk.onlyRun("scalars");
        assertThat(Files.readString(run.resolve("config.yaml")))
                .contains("data: none\n", "player: x\n", "player: \"y\"\n");
        double x = 1;
        double y = 1;
        List<String> lines = Files.readAllLines(run.resolve("metrics.jsonl"));
        assertThat(lines).hasSize(STEPS);
        for (String line : lines) {
            assertThat((Double) Json.parse(line, "metrics").get("loss/x")).isCloseTo(x * y, within(1e-5));
            x -= RATE * y;
            assertThat((Double) Json.parse(line, "metrics").get("loss/y")).isCloseTo(-x * y, within(1e-5));
            y += RATE * x;
        }
        try (NpzReader last =
                NpzReader.open(run.resolve("checkpoints").resolve("step-0000000012.npz"), ExitCode.CHECKPOINT)) {
            assertThat(last.array("x/value").toFloats()[0]).isCloseTo((float) x, within(1e-5f));
            assertThat(last.array("y/value").toFloats()[0]).isCloseTo((float) y, within(1e-5f));
        }
        try (Stream<Path> pictures = Files.list(run.resolve("samples"))) {
            assertThat(pictures).isEmpty();
        }
        assertThat(Files.readString(run.resolve("report.html"))).contains("Losses");
        assertThat(Json.parse(Files.readString(run.resolve("result.json")), "result"))
                .containsEntry("steps", (long) STEPS)
                .containsEntry("datasetChecksum", "none")
                .containsEntry("evaluations", List.of());
        assertThat(desk.gan("run", "DIR/scalars.yaml").isDone().err()).doesNotContain("12 steps");
    }

    @Test
    void aStoppedRunGoesOnToTheSameBytes() throws IOException {
        String noisy = SCALARS.replace("{type: two-scalars}", "{type: two-scalars, noise: 0.5}")
                .replace("x: {type: sgd, rate: 0.125}", "x: {type: adam, rate: 0.125}");
        run(noisy, "whole", STEPS + 1);
        assertThatThrownBy(() -> run(noisy, "stopped", 6)).isInstanceOf(InterruptedRun.class);
        Path stopped = desk.path("stopped");
        assertThat(lasting(stopped)).isNotEqualTo(lasting(desk.path("whole")));
        run(noisy, "stopped", STEPS + 1);
        assertThat(lasting(stopped)).hasSizeGreaterThan(8).isEqualTo(lasting(desk.path("whole")));
        run(SCALARS, "silent", STEPS + 1);
        assertThat(lasting(desk.path("silent"))).isNotEqualTo(lasting(stopped));
    }

    @Test
    void measuresOfSamplesAreRefused() {
        String nothing = "game must have something to take samples from, such as a generator, because evaluators or a"
                + " selection are given; leave these out otherwise\n";
        desk.gan("run", "DIR/scalars.yaml", "run.evaluators=[{type: modes, samples: 50}]")
                .isRefused(ExitCode.CONFIGURATION, "DIR/scalars.yaml:4:9  run.game - " + nothing);
        desk.gan("run", "DIR/scalars.yaml", "run.selection={every: 2, measure: {type: parzen, samples: 50}}")
                .isRefused(ExitCode.CONFIGURATION, "DIR/scalars.yaml:4:9  run.game - " + nothing);
        assertThat(desk.path("runs")).doesNotExist();
    }

    @Test
    void samplesOfTheRunAreRefused() {
        desk.gan("run", "DIR/scalars.yaml").isDone();
        String run = directory.relativize(onlyRun()).toString();
        String expected = "DIR/" + run.replaceAll("-[0-9a-f]{16}(?![0-9a-f])", "-HASH")
                + ": there is nothing to sample from in a game of the players [x, y]. Name the run of a game that makes"
                + " samples, such as one with a generator.\n";
        desk.gan("sample", "DIR/" + run, "--out=DIR/samples.npz").isRefused(ExitCode.USAGE, expected);
        desk.gan("evaluate", "modes", "--run=" + directory.resolve(run), "--dataset=ring")
                .isRefused(ExitCode.USAGE, expected);
        assertThat(desk.path("samples.npz")).doesNotExist();
    }

    /** Left-out data are data forgotten where a game compares samples with them. */
    @Test
    void gamesThatCompareSamplesWithDataNeedSome() throws IOException {
        for (String game : List.of(
                "{type: adversarial, generator: toy, discriminator: toy, loss: hinge}",
                "{type: energy-based, generator: toy, discriminator: autoencoder}",
                "{type: moment-matching, generator: toy, sigmas: [1]}")) {
            String players = game.contains("moment") ? "g" : "d";
            desk.write(
                    "forgotten.yaml",
                    SCALARS.replace("{type: two-scalars}", game)
                            .replace("x: {", "g: {")
                            .replace("y: {", players + ": {")
                            .replace(", g: {type: sgd, rate: 0.125}}", "}"));
            desk.gan("run", "DIR/forgotten.yaml")
                    .isRefused(
                            ExitCode.CONFIGURATION,
                            "DIR/forgotten.yaml:4:3  run - data must be given, because the game compares its samples with"
                                    + " them\n");
        }
    }

    private Path onlyRun() {
        try {
            return desk.onlyRun("scalars");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs an experiment under a directory of the desk, and asks it to stop after a step. */
    @SuppressWarnings("unchecked")
    private void run(String text, String runs, long last) {
        ConfigurationReader reader =
                Framework.of(List.of(new TwoScalars.Named()), List.of()).reader();
        Configuration<Experiment<TrainingResult>> experiment = reader.parse(
                text, "scalars.yaml", List.of(), (Class<Experiment<TrainingResult>>) (Class<?>) Experiment.class);
        StopRequest stop = new StopRequest();
        Surroundings surroundings = new Surroundings(
                new FileStore(),
                desk.path(runs),
                new DataDirectory(directory.resolve("data")),
                new StoppingProgress(stop, last),
                stop);
        new ExperimentRunner(reader, surroundings, RunningCode.of(new CodeFingerprint(Collections.emptySortedMap())))
                .run("scalars", experiment, ResumePolicy.STRICT);
    }

    /** All files but the checkpoint before the last, which tells where the run was stopped. */
    private static SortedMap<String, String> lasting(Path runs) throws IOException {
        SortedMap<String, String> content = Desk.content(runs);
        content.keySet().removeIf(name -> name.contains("checkpoints/") && !name.endsWith("00" + STEPS + ".npz"));
        return content;
    }

    private record StoppingProgress(StopRequest stop, long last) implements Progress {
        @Override
        public void begin(String what, long fromStep, long toStep) {}

        @Override
        public void step(long step, SortedMap<String, Double> numbers) {
            if (step >= last) {
                stop.request();
            }
        }

        @Override
        public void end(String outcome) {}

        @Override
        public void message(String line) {}
    }
}
