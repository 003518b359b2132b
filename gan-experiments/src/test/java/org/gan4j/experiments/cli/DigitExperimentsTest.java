package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.npy.NpzReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The experiments with images of digits, on a few drawn digits and with small networks. */
class DigitExperimentsTest {
    private static final List<String> SMALL = List.of(
            "data={type: stroke-digits, train: 40, validation: 20, test: 20}",
            "batchSize=8",
            "seed=7",
            "evaluators=[{type: parzen, samples: 20, validationPoints: 20, testPoints: 20},"
                    + " {type: nearest-training-rows, samples: 20}]",
            "game.generator.dense=[]",
            "game.generator.channels=[3,2]",
            "game.discriminator.channels=[2,3]");

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() {
        desk = new Desk(directory);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dcgan-mnist   | 2  | DCGAN   | score/real/mean
            wgan-gp-mnist | 10 | WGAN-GP | penalty/gradient
            """)
    void leavesATablePicturesAndTimesApart(String experiment, int epochs, String label, String number)
            throws IOException {
        String out = small(experiment, "epochs=" + epochs).isDone().out();
        Path folder = desk.home(experiment);
        assertThat(Files.readString(folder.resolve("table.md")))
                .contains(epochs + " epochs, seed 7", "| " + label, "Parzen log-likelihood [nats]", "samples 20");
        assertThat(Files.readString(folder.resolve("timings.md"))).contains("time per epoch [s]", "| " + label);
        assertThat(folder.resolve("samples.png")).isNotEmptyFile();
        assertThat(out).contains("time per epoch", "samples.png");
        Path run = desk.onlyRun(experiment);
        assertThat(Files.readString(run.resolve("metrics.jsonl"))).contains(number);
        assertThat(run.resolve("samples").resolve("00000010.png")).isNotEmptyFile();
        assertThat(Files.readString(run.resolve("report.html"))).contains("<td>" + epochs + ".00</td>");
    }

    private static final String NEIGHBOURS =
            "evaluators=[{type: label-agreement, samples: 30, reference: 40}, {type: nearest-neighbour-error, samples: 20}]";

    @Test
    void aConditionalRunIsAskedForDigits() throws IOException {
        small("conditional-mnist", "epochs=2", NEIGHBOURS).isDone();
        Path folder = desk.home("conditional-mnist");
        assertThat(Files.readString(folder.resolve("table.md")))
                .contains(
                        "1-NN agreement [%]",
                        "1-NN test error [%]", "standard error over generated samples", "wilson95 [");
        Path run = desk.onlyRun("conditional-mnist");
        assertThat(labels(run.resolve("samples").resolve("00000010.npz")))
                .hasSize(100)
                .startsWith(0, 0)
                .endsWith(9, 9);
        String directory = run.toString();
        desk.gan("sample", directory, "--label=3", "--count=5", "--out=DIR/three.npz")
                .isDone();
        assertThat(labels(desk.path("three.npz"))).containsExactly(3, 3, 3, 3, 3);
        desk.gan("sample", directory, "--count=20", "--out=DIR/all.npz").isDone();
        assertThat(labels(desk.path("all.npz"))).hasSize(20).startsWith(0, 0, 1, 1);
        desk.gan("sample", directory, "--label=10", "--out=DIR/ten.npz")
                .isRefused(ExitCode.USAGE, "--label 10: the data have the classes 0 to 9. Give one of these.\n");
        assertThat(desk.gan("evaluate", "label-agreement", "samples=30", "--run=" + directory)
                        .isDone()
                        .out())
                .contains("label-agreement");
    }

    private static float[] labels(Path file) {
        try (NpzReader reader = NpzReader.open(file, ExitCode.DATA)) {
            return reader.array("y").toFloats();
        }
    }

    /** Stops the process after its first metrics; what it goes on to is what a run gives that was never stopped. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "SIGTERM")
    void aConditionalRunGoesOnToTheSameBytes() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run", "conditional-mnist"));
        words.addAll(SMALL);
        words.addAll(List.of("epochs=30", NEIGHBOURS, "game.labels=uniform", "--runs-dir=" + desk.path("runs")));
        Process process = Desk.process(words.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(desk.path("log").toFile())
                .start();
        while (process.isAlive() && !hasMetrics()) {
            Thread.sleep(2);
        }
        process.destroy();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(desk.path("log"))).isEqualTo(ExitCode.INTERRUPTED.code());
        small("conditional-mnist", "epochs=30", NEIGHBOURS, "game.labels=uniform")
                .isDone();
        small("conditional-mnist", "epochs=30", NEIGHBOURS, "game.labels=uniform", "--runs-dir", "DIR/whole")
                .isDone();
        SortedMap<String, String> whole = lasting(desk.path("whole"));
        assertThat(whole).hasSizeGreaterThan(5);
        assertThat(lasting(desk.path("runs"))).isEqualTo(whole);
    }

    /** All files but times, and the checkpoint before the last, which tells where the run was interrupted. */
    private static SortedMap<String, String> lasting(Path directory) throws IOException {
        SortedMap<String, String> files = new TreeMap<>(Desk.content(directory));
        files.keySet()
                .removeIf(name -> name.endsWith("timings.md")
                        || (name.contains("checkpoints") && !name.endsWith("0000000150.npz")));
        return files;
    }

    private boolean hasMetrics() throws IOException {
        Path folder = desk.path("runs");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder, 3)) {
            return files.anyMatch(
                    file -> file.endsWith("metrics.jsonl") && file.toFile().length() > 0);
        } catch (UncheckedIOException | NoSuchFileException vanished) {
            return false; // a temporary file was renamed while the tree was read
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conditional-mnist | game.generator=dcgan-28 | labels are given, but the generator takes none
            conditional-mnist | game.discriminator=dcgan-28 | labels are given, but the discriminator takes none
            conditional-mnist | game.labels=null | generator takes labels, but the game gives none
            conditional-mnist | game.transforms=[packing] | transforms has packing, after which samples have no labels
            dcgan-mnist | game.generator=dcgan-28-conditional | generator takes labels, but the game gives none
            dcgan-mnist | game.labels=data | labels are given, but the generator takes none
            dcgan-mnist | game={type: moment-matching, generator: dcgan-28-conditional, sigmas: [1]} | its generator takes labels, which
            """)
    void networksWithLabelsAndGamesWithoutDoNotFit(String experiment, String change, String message) {
        Desk.Outcome refused = desk.gan("run", experiment, change);
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(refused.err()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void aRunWithoutLabelsCannotBeAskedForOne() throws IOException {
        Path run = desk.tinyRun();
        assertThat(desk.gan("sample", run.toString(), "--label=3", "--out=DIR/x.npz")
                        .err())
                .contains("--label 3: the generator of this run takes no labels");
        assertThat(desk.gan("evaluate", "label-agreement", "samples=5", "--run=" + run)
                        .err())
                .contains("asks for samples by their label, which only a conditional generator gives");
    }

    @Test
    void aCriticWithStatisticsOfTheBatchIsRefused() {
        Desk.Outcome refused = desk.gan("run", "wgan-gp-mnist", "game.discriminator=dcgan-28");
        assertThat(refused.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(refused.err()).contains("game.penalties.gradient", "depends on the others of its batch");
    }

    @Test
    void withoutTheImagesItSaysHowToGetThem() {
        Desk.Outcome refused = desk.gan("run", "dcgan-mnist");
        assertThat(refused.code()).isEqualTo(ExitCode.DATA.code());
        assertThat(refused.err())
                .contains("no file train-images-idx3-ubyte", "gan data fetch mnist")
                .doesNotContain("\tat ");
    }

    private Desk.Outcome small(String experiment, String... more) {
        List<String> words = new ArrayList<>(List.of("run", experiment));
        words.addAll(SMALL);
        words.addAll(List.of(more));
        return desk.gan(words.toArray(String[]::new));
    }
}
