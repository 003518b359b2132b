package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The experiments with images of digits, on a few drawn digits and with small networks. */
class DigitExperimentsTest {
    private static final List<String> SMALL = List.of(
            "data={type: stroke-digits, train: 40, validation: 20, test: 20}",
            "batchSize=8",
            "seed=7",
            "evaluators=[{type: parzen, samples: 20, validationPoints: 20, testPoints: 20}]",
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
        Path folder = desk.path("runs").resolve(experiment);
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
