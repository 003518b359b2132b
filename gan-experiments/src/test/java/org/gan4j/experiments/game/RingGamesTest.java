package org.gan4j.experiments.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.synthetic.GaussianMixture;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.distance.MaximumMeanDiscrepancy.Estimator;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.losses.game.BoundaryEquilibrium;
import org.gan4j.losses.game.EnergyBased;
import org.gan4j.losses.game.MomentMatching;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Mlp.MlpGenerator;
import org.gan4j.models.MlpAutoencoder;
import org.gan4j.models.OutputActivation;
import org.gan4j.models.OutputBias;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The games that need more than scores learn the ring of eight, each by its own means. */
class RingGamesTest {
    private static final long SEED = 2;
    private static final int STEPS = 800;
    private static final int SAMPLES = 1_000;
    private static final MlpGenerator GENERATOR = new MlpGenerator(
            NormalLatent.standard(2),
            List.of(32, 32),
            Activation.relu(),
            OutputActivation.LINEAR,
            OutputBias.ZERO,
            He.DEFAULTS,
            1,
            Conditioning.NONE);

    private final Dataset ring = Ring.DEFAULTS.open(new DataDirectory(Path.of("unused")));

    static List<GenerativeGame> games() {
        return List.of(
                new EnergyBased(GENERATOR, autoencoder(2, ReconstructionError.MEAN_SQUARED), 2, 0.1, List.of()),
                new MomentMatching(GENERATOR, List.of(0.1, 0.3, 1.0, 3.0), Estimator.BIASED, true));
    }

    @ParameterizedTest
    @MethodSource("games")
    void samplesComeCloserToTheData(GenerativeGame game) {
        double before = EnergyDistance.of(game.open(ring).sampler(start(game)), ring);
        assertThat(EnergyDistance.of(game.open(ring).sampler(trained(game)), ring))
                .isLessThan(before / 5);
    }

    /** Products of numbers of 1 000 leave nothing of distances of .1, unless they are centred and recomputed. */
    @Test
    void momentsAreMatchedWhereverTheDataAre() {
        Dataset far = new GaussianMixture(
                        List.of(List.of(1_000.0, 1_000.0), List.of(1_001.0, 1_000.5)),
                        List.of(0.1),
                        List.of(),
                        List.of())
                .open(new DataDirectory(Path.of("unused")));
        MomentMatching game =
                new MomentMatching(GENERATOR, List.of(0.1, 1.0, 10.0, 100.0, 1_000.0), Estimator.BIASED, true);
        Trainer trainer = Trainer.of(game.open(far), new Simultaneous(), Adam.of(1e-2, 0.5, 0.999));
        TrainingOutcome outcome = trainer.train(far, 64, RandomStream.of(SEED), TrainingPlan.steps(STEPS));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        double[] started = mean(game, far, trainer.start(RandomStream.of(SEED)));
        double[] trained = mean(game, far, outcome.state());
        for (int axis = 0; axis < 2; axis++) {
            assertThat(started[axis]).isBetween(-10.0, 10.0);
            assertThat(trained[axis]).isBetween(900.0, 1_100.0);
        }
    }

    private static double[] mean(MomentMatching game, Dataset data, GameState state) {
        try (Scope scope = Scope.open()) {
            return game.open(data)
                    .sampler(state)
                    .sample(SAMPLES, RandomStream.of(99))
                    .values()
                    .mean(0)
                    .toDoubles();
        }
    }

    /** Their energies, not the samples, are matched: samples reach the data, though at few places of the ring. */
    @Test
    void boundaryEquilibriumBringsEverySampleCloseToSomeData() {
        BoundaryEquilibrium game = new BoundaryEquilibrium(
                GENERATOR, autoencoder(1, ReconstructionError.MEAN_ABSOLUTE), 0.75, 0.001, List.of());
        double before = distanceToModes(game, start(game));
        GameState state = trained(game);
        assertThat(distanceToModes(game, state)).isLessThan(before / 4);
        assertThat(state.extra().get(BoundaryEquilibrium.BALANCE).item()).isBetween(0.0, 1.0);
    }

    private GameState start(GenerativeGame game) {
        return trainer(game).start(RandomStream.of(SEED));
    }

    private GameState trained(GenerativeGame game) {
        RandomStream random = RandomStream.of(SEED);
        TrainingOutcome outcome = trainer(game).train(ring, 64, random, TrainingPlan.steps(STEPS));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        return outcome.state();
    }

    private Trainer trainer(GenerativeGame game) {
        return Trainer.of(game.open(ring), new Simultaneous(), Adam.of(3e-3, 0.5, 0.999));
    }

    private double distanceToModes(GenerativeGame game, GameState state) {
        try (Scope scope = Scope.open()) {
            double[] points = game.open(ring)
                    .sampler(state)
                    .sample(SAMPLES, RandomStream.of(99))
                    .values()
                    .toDoubles();
            double total = 0;
            for (int i = 0; i < points.length; i += 2) {
                double nearest = Double.POSITIVE_INFINITY;
                for (int mode = 0; mode < 8; mode++) {
                    double angle = mode * Math.PI / 4;
                    double distance = Math.hypot(points[i] - Math.cos(angle), points[i + 1] - Math.sin(angle));
                    nearest = Math.min(nearest, distance);
                }
                total += nearest;
            }
            return total / SAMPLES;
        }
    }

    private static MlpAutoencoder autoencoder(int code, ReconstructionError error) {
        return new MlpAutoencoder(
                List.of(32), code, List.of(32), Activation.relu(), OutputActivation.LINEAR, He.DEFAULTS, error);
    }
}
