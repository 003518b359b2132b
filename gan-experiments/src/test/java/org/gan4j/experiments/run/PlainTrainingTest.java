package org.gan4j.experiments.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.game.adversarial.AdversarialGame;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.GeneratorSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.experiments.cli.Framework;
import org.gan4j.experiments.cli.Main;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training in a plain main and one from a file, with the same settings and seed, make the same generator. */
class PlainTrainingTest {
    private static final int STEPS = 7;

    @TempDir
    private Path directory;

    @Test
    void aMainAndAFileMakeTheSameGenerator() throws IOException {
        Parameters plain = plain();
        Parameters fromFile = fromFile();
        assertThat(plain.names()).isNotEmpty().isEqualTo(fromFile.names());
        for (String name : plain.names()) {
            assertThat(plain.get(name).toFloats())
                    .as(name)
                    .containsExactly(fromFile.get(name).toFloats());
        }
    }

    private static Parameters plain() {
        var ring = Ring.DEFAULTS.dataset();
        var game = AdversarialGame.of(MlpGenerator.DEFAULTS, MlpDiscriminator.DEFAULTS, new NonSaturating());
        var trainer = Trainer.of(game.open(ring), Alternating.of("d", 1, "g"), Adam.of(1e-3, 0.5, 0.999));
        return trainer.train(ring, 32, RandomStream.of(3), TrainingPlan.steps(STEPS))
                .state()
                .player("g")
                .parameters();
    }

    private Parameters fromFile() throws IOException {
        Path file = Files.writeString(directory.resolve("same.yaml"), """
                type: training
                seeds: [3]
                run:
                  data: ring
                  game: {type: adversarial, generator: mlp, discriminator: mlp, loss: non-saturating}
                  optimizers: {d: {type: adam, rate: 1e-3}, g: {type: adam, rate: 1e-3}}
                  batchSize: 32
                  length: %d
                """.formatted(STEPS));
        assertThat(Main.run(List.of(), "run", file.toString(), "--runs-dir", directory.toString()))
                .isZero();
        try (var runs = Files.list(ExperimentDirectory.latest(directory, "same")
                        .orElseThrow()
                        .path())
                .filter(Files::isDirectory)) {
            List<Path> found = runs.toList();
            assertThat(found).hasSize(1);
            Sampler sampler = TrainedRun.open(
                            found.get(0), Framework.of(List.of(), List.of()).reader(), new DataDirectory(directory))
                    .sampler(Evaluation.LAST);
            return ((GeneratorSampler) sampler).parameters();
        }
    }
}
