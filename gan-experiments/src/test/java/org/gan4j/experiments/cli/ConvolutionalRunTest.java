package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Convolutional networks by their names in a configuration. */
class ConvolutionalRunTest {
    private static final String SMALL = """
            type: training
            seeds: [7]
            run:
              data: {type: stroke-digits, train: 40, validation: 10, test: 10}
              game:
                type: adversarial
                generator: {type: dcgan-28, latent: {type: normal, size: 3}, dense: [], channels: [3, 2], kernel: 4}
                discriminator: {type: dcgan-28, channels: [2, 3], dense: [4], kernel: 4}
                loss: non-saturating
              scheme: simultaneous
              optimizers:
                d: {type: adam, rate: 2e-4, beta1: 0.5}
                g: {type: adam, rate: 2e-4, beta1: 0.5}
              batchSize: 4
              length: 3
              intervals: {metrics: 1, samples: 100, checkpoints: 2}
              evaluators: []
            """;

    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        desk.write("small.yaml", SMALL);
    }

    @Test
    void aConvolutionalPairTrainsTheSameTwice() throws IOException {
        desk.gan("run", "DIR/small.yaml").isDone();
        Path run = desk.onlyRun("small");
        assertThat(Files.readAllLines(run.resolve("metrics.jsonl"))).hasSizeGreaterThanOrEqualTo(3);
        desk.gan("run", "DIR/small.yaml", "--runs-dir", "DIR/again").isDone();
        Path again = desk.path("again").resolve(desk.path("runs").relativize(run));
        assertThat(Desk.content(again)).isEqualTo(Desk.content(run));
    }

    @Test
    void aSlopePenaltyTakesACriticWithoutBatchNormalisationOnly() throws IOException {
        String penalty = "run.game.penalties={slope: wgan-gp}";
        Desk.Outcome mixed = desk.gan("run", "DIR/small.yaml", penalty);
        assertThat(mixed.code()).isEqualTo(ExitCode.CONFIGURATION.code());
        assertThat(mixed.err())
                .contains("run.game.penalties.slope")
                .contains("depends on the others of its batch (batch statistics)")
                .doesNotContain("\tat ");
        desk.gan("run", "DIR/small.yaml", penalty, "run.game.discriminator.norm=null", "run.game.loss=wasserstein")
                .isDone();
        assertThat(Files.readString(desk.onlyRun("small").resolve("metrics.jsonl")))
                .contains("penalty/slope");
    }
}
