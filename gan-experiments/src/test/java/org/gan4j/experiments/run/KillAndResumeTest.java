package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.core.io.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose process is killed at random steps and started again leaves the bytes of one that was never stopped. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGKILL")
class KillAndResumeTest {
    private static final int KILLS = 3;
    private static final int STEPS = 600;

    private static final String ALTERNATING =
            "{type: alternating, turns: [{player: d, times: 2}, {player: g, times: 1}]}";
    private static final String SIMULTANEOUS = "simultaneous";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {ALTERNATING, SIMULTANEOUS})
    void aRunKilledAtRandomStepsEndsWithTheSameBytes(String scheme) throws IOException, InterruptedException {
        Path configuration = Files.writeString(directory.resolve("killed.yaml"), """
                type: training
                seeds: [7]
                run:
                  data: {type: ring, standardDeviation: 0.05}
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [32, 32]}
                    discriminator: {type: maxout, units: [16, 16], pieces: 3, inputKeep: 0.9}
                    loss: non-saturating
                  scheme: %s
                  optimizers:
                    d: {type: rmsprop, rate: 1e-3, centred: true}
                    g: {type: adam, rate: 1e-3, amsgrad: true}
                  averages: {g: {type: exponential, decay: 0.99}}
                  batchSize: 64
                  length: %d
                  intervals: {metrics: 5, samples: 100, checkpoints: 40}
                  evaluators: [{type: modes, samples: 500}]
                  selection: {every: 30, measure: {type: parzen, samples: 200, validationPoints: 100, testPoints: 100}}
                """.formatted(scheme, STEPS));
        Path whole = directory.resolve("whole");
        assertThat(start(configuration, whole).waitFor()).as(log(whole)).isZero();

        Path killed = directory.resolve("killed");
        SplittableRandom random = new SplittableRandom(20261120);
        List<Integer> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            int step =
                    i * STEPS / KILLS + random.nextInt(STEPS / KILLS / 2); // far from the end, so that every kill hits
            kills.add(killAfter(step, configuration, killed));
        }
        assertThat(start(configuration, killed).waitFor()).as(log(killed)).isZero();

        assertThat(kills)
                .as("steps at which the process was killed before its end")
                .hasSize(KILLS)
                .allMatch(step -> step < STEPS);
        SortedMap<String, String> expected = digests(whole);
        assertThat(expected).as("files compared").hasSizeGreaterThan(10);
        assertThat(digests(killed)).isEqualTo(expected);
    }

    /** A run that starts from another's weights and stops early, killed on its way to that step. */
    @Test
    void aTunedRunThatStopsEarlyEndsWithTheSameBytes() throws IOException, InterruptedException {
        Path pretrained = directory.resolve("pretrained");
        Path first = Files.writeString(directory.resolve("pretrained.yaml"), tuned("hinge", 40, ""));
        assertThat(start(first, pretrained).waitFor()).as(log(pretrained)).isZero();
        Path result = files(pretrained).stream()
                .filter(file -> file.endsWith("result.json"))
                .findFirst()
                .orElseThrow();
        Path configuration = Files.writeString(
                directory.resolve("tuned.yaml"),
                tuned(
                        "non-saturating",
                        STEPS,
                        "  from: {run: %s, state: average, players: [g]}\n".formatted(result.getParent())));
        Path whole = directory.resolve("whole");
        assertThat(start(configuration, whole).waitFor()).as(log(whole)).isZero();
        int end = lastStep(whole);
        assertThat(end).isBetween(50, STEPS - 1);
        assertThat(log(whole)).contains("stopped early at step " + end + " of " + STEPS);

        Path killed = directory.resolve("killed");
        SplittableRandom random = new SplittableRandom(20261201);
        List<Integer> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            kills.add(killAfter((i * end + random.nextInt(end)) / KILLS, configuration, killed));
        }
        assertThat(start(configuration, killed).waitFor()).as(log(killed)).isZero();
        assertThat(kills).anyMatch(step -> step < end);
        assertThat(digests(killed)).isEqualTo(digests(whole));
    }

    private static String tuned(String loss, int steps, String from) {
        return """
                type: training
                seeds: [7]
                run:
                  data: {type: ring, standardDeviation: 0.05}
                  game:
                    type: adversarial
                    generator: {type: mlp, hidden: [32, 32]}
                    discriminator: {type: mlp, hidden: [32]}
                    loss: %s
                  scheme: simultaneous
                  optimizers: {d: {type: adam, rate: 1e-3}, g: {type: adam, rate: 1e-3}}
                  averages: {g: {type: exponential, decay: 0.99}}
                  batchSize: 64
                  length: %d
                  intervals: {metrics: 5, samples: 100, checkpoints: 20}
                  evaluators: [{type: modes, samples: 500}]
                  selection:
                    every: 10
                    patience: 6
                    measure: {type: parzen, samples: 200, validationPoints: 100, testPoints: 100}
                """.formatted(loss, steps) + from;
    }

    /** Kills the process once its metrics have reached a step; returns the last step that they show. */
    private int killAfter(int step, Path configuration, Path runs) throws IOException, InterruptedException {
        Process process = start(configuration, runs);
        while (process.isAlive() && lastStep(runs) < step) {
            Thread.sleep(2);
        }
        process.destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(files(runs)).as("the process was killed").noneMatch(file -> file.endsWith("result.json"));
        return lastStep(runs);
    }

    private static int lastStep(Path runs) throws IOException {
        List<Path> metrics = files(runs).stream()
                .filter(file -> file.endsWith("metrics.jsonl"))
                .toList();
        if (metrics.isEmpty()) {
            return 0;
        }
        List<String> lines = Files.readAllLines(metrics.get(0));
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (line.startsWith("{\"step\":") && line.endsWith("}")) {
                return Integer.parseInt(line.substring(8, line.indexOf(',')));
            }
        }
        return 0;
    }

    private Process start(Path configuration, Path runs) throws IOException {
        Files.createDirectories(runs);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gan4j.experiments.cli.Main",
                        "run",
                        configuration.toString(),
                        "--runs-dir",
                        runs.resolve("runs").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(runs.resolve("log").toFile()))
                .start();
    }

    private static String log(Path runs) {
        try {
            return Files.exists(runs.resolve("log")) ? Files.readString(runs.resolve("log")) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The SHA-256 of every file but those that hold times: all others do not depend on when the process was stopped. */
    private static SortedMap<String, String> digests(Path runs) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Path file : files(runs.resolve("runs"))) {
            String name = runs.relativize(file).toString();
            if (!List.of("timing.jsonl", "run.json", "log.txt", ".lock")
                            .contains(file.getFileName().toString())
                    && !name.endsWith(".times.json")) {
                digests.put(name, Sha256.of(file));
            }
        }
        return digests;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException | NoSuchFileException vanished) {
            return List.of(); // a temporary file was renamed while the tree was read
        }
    }
}
