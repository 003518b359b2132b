package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Penalties, transforms and constraints by their names in a configuration. */
class PenalisedRunTest {
    @TempDir
    private Path directory;

    private Desk desk;

    @BeforeEach
    void sit() throws IOException {
        desk = new Desk(directory);
        desk.write("tiny.yaml", Desk.TINY);
    }

    @Test
    void penaltiesTransformsAndConstraintsCombine() throws IOException {
        desk.gan(
                        "run",
                        "DIR/tiny.yaml",
                        "run.game.penalties={still: r1, fake: {type: r2, gamma: 3, convention: released-code}, pair:"
                                + " quadratic-potential}",
                        "run.game.transforms=[packing, {type: instance-noise, deviation: 0.05}]",
                        "run.game.discriminator={type: spectral-norm, discriminator: {type: maxout, units: [2], pieces: 2}}")
                .isDone();
        Path run = desk.onlyRun("tiny");
        assertThat(Files.readString(run.resolve("metrics.jsonl")))
                .contains("penalty/still")
                .contains("penalty/fake")
                .contains("penalty/pair");
        assertThat(Files.readString(run.resolve("config.yaml")))
                .contains("type: spectral-norm")
                .contains("convention: released-code")
                .contains("type: packing");
    }

    @Test
    void aBatchThatLeavesSamplesOver() {
        desk.gan("run", "DIR/tiny.yaml", "run.game.transforms=[packing, {type: packing, size: 3}]")
                .isRefused(
                        ExitCode.CONFIGURATION,
                        "DIR/tiny.yaml:14:14  run.batchSize - batchSize does not fit the packing: 2 samples cannot be packed"
                                + " by 3; choose a multiple\n");
        assertThat(desk.path("runs")).doesNotExist();
    }

    /** Points are no images: the default augmentations are refused at the first batch, in words. */
    @Test
    void augmentationsOfImagesForPoints() {
        Desk.Outcome outcome = desk.gan("run", "DIR/tiny.yaml", "run.game.penalties={same: consistency}");
        assertThat(outcome.err())
                .contains("augmentation flip: samples of shape [4, 2] are not images [N, height, width, channels]. Use"
                        + " {type: gaussian-noise} for other data.")
                .doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(ExitCode.CONFIGURATION.code());
    }
}
