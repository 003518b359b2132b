package org.gan4j.losses.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.memory.DType;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The balance variable: what it becomes, when, and that it stays in [0, 1]. */
class BoundaryEquilibriumTest {
    private static final List<String> BOTH = List.of("d", "g");

    @TempDir
    private Path directory;

    /** The next k of expected_games.py. */
    @Test
    void aPlayOfTheDiscriminatorProposesTheNextBalance() {
        BoundaryEquilibrium game = game(0.5, 0.2);
        for (List<String> asked : List.of(List.of("d"), BOTH)) {
            assertThat(proposed(losses(game, 0.375, asked))).isCloseTo(0.3775426204874412, within(1e-15));
        }
        assertThat(losses(game, 0.375, List.of("g")).updates())
                .as("a play for the generator alone")
                .isEmpty();
        assertThat(proposed(losses(game(0.5, 1e3), 0.375, BOTH))).isEqualTo(1);
        assertThat(proposed(losses(game(0.01, 1e3), 0.375, BOTH))).isZero();
    }

    /** An evaluation that no update follows uses the k it finds, and proposes none. */
    @Test
    void theBalanceStaysWhereNoUpdateFollows() {
        BoundaryEquilibrium game = game(0.5, 0.2);
        GameState state = PlaneWorld.state(game, PlaneWorld.balance(0.375));
        Draw draw = Draw.of(PlaneWorld.REAL, RandomStream.of(6));
        PlayableGame playable = game.open(PlaneWorld.SPEC, DType.FLOAT64);
        GameLosses ahead = playable.losses(state, draw.withoutUpdates(), BOTH);
        GameLosses updating = playable.losses(state, draw, BOTH);
        assertThat(ahead.updates()).isEmpty();
        assertThat(updating.updates()).containsOnlyKeys("extra/balance");
        for (String player : BOTH) {
            assertThat(ahead.loss(player).item())
                    .isEqualTo(updating.loss(player).item());
        }
        assertThat(ahead.report()).containsOnlyKeys(updating.report().keySet());
    }

    @Test
    void theBalanceStaysInItsRangeWhateverTheErrors() {
        SplittableRandom random = new SplittableRandom(20261120);
        double[] special = {0, Double.MIN_VALUE, 1, 1e308, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN};
        double k = 0;
        int low = 0;
        int high = 0;
        int between = 0;
        for (int i = 0; i < 200_000; i++) {
            BoundaryEquilibrium game = game(1 - random.nextDouble(), Math.pow(10, random.nextDouble(-8, 8)));
            double real = i % 5 == 0 ? special[random.nextInt(special.length)] : Math.pow(10, random.nextDouble(-9, 9));
            double fake = i % 7 == 0 ? special[random.nextInt(special.length)] : Math.pow(10, random.nextDouble(-9, 9));
            k = game.balanced(k, real, fake);
            assertThat(k).isBetween(0.0, 1.0);
            low += k == 0 ? 1 : 0;
            high += k == 1 ? 1 : 0;
            between += k > 0 && k < 1 ? 1 : 0;
        }
        assertThat(low).isGreaterThan(1_000);
        assertThat(high).isGreaterThan(1_000);
        assertThat(between).isGreaterThan(1_000);
    }

    @Test
    void theBalanceStaysInItsRangeInATrainingThatThrowsItAbout() {
        List<Double> seen = new ArrayList<>();
        TrainingListener listener = TrainingListener.every(1, state -> seen.add(balance(state)));
        Trainer trainer = Trainer.of(opened(game(0.75, 20)), new Simultaneous(), Adam.of(0.05, 0.5, 0.999));
        trainer.train(
                start(trainer), batches(), random(), TrainingPlan.steps(400).reporting(1, listener));
        assertThat(seen).hasSize(400).allMatch(k -> k >= 0 && k <= 1);
        assertThat(seen).contains(0.0, 1.0);
        assertThat(seen).anyMatch(k -> k > 0 && k < 1);
    }

    /** With steps too small to change a weight, every update of d adds lambda (gamma e_r - e_f) of the same samples. */
    @Test
    void theBalanceMovesOncePerUpdateOfTheDiscriminator() {
        assertThat(moves(new Simultaneous())).isCloseTo(5, within(1e-9));
        assertThat(moves(Alternating.of("d", 1, "g"))).isCloseTo(5, within(1e-9));
        assertThat(moves(Alternating.of("d", 2, "g"))).isCloseTo(10, within(1e-9));
        assertThat(moves(Alternating.of("g", 3, "d"))).isCloseTo(5, within(1e-9));
    }

    @Test
    void theBalanceIsInTheCheckpointToTheLastBit() {
        Trainer trainer = trainer(new Simultaneous(), Adam.of(0.02, 0.5, 0.999));
        GameState state = trainer.train(start(trainer), same(), random(), TrainingPlan.steps(5))
                .state();
        double k = balance(state);
        assertThat(k).isGreaterThan(0).isLessThan(1).isNotEqualTo((double) (float) k);
        Checkpoints checkpoints =
                new Checkpoints(new FileStore(), directory, new CheckpointEnvironment("c0ffee", 2, "plain"), 2);
        Path file = checkpoints.save(state, CheckpointFiles.none());
        assertThat(balance(checkpoints.load(file, start(trainer)).state())).isEqualTo(k);
        assertThat(balance(start(trainer))).isZero();
    }

    private double moves(TrainingScheme scheme) {
        Trainer trainer = trainer(scheme, Sgd.of(1e-30));
        GameState state = start(trainer);
        GameLosses first = trainer.game().losses(state, Draw.of(same().batch(0), RandomStream.of(8)), BOTH);
        double once = proposed(first);
        assertThat(once).isGreaterThan(1e-4);
        return balance(trainer.train(state, same(), random(), TrainingPlan.steps(5))
                        .state())
                / once;
    }

    private static double proposed(GameLosses result) {
        return Objects.requireNonNull(result.updates().get("extra/balance")).item();
    }

    private static GameLosses losses(BoundaryEquilibrium game, double k, List<String> asked) {
        return PlaneWorld.opened(game)
                .losses(
                        PlaneWorld.state(game, PlaneWorld.balance(k)),
                        Draw.of(PlaneWorld.REAL, RandomStream.of(6)),
                        asked);
    }

    private static double balance(GameState state) {
        return state.extra().get(BoundaryEquilibrium.BALANCE).item();
    }

    private static BoundaryEquilibrium game(double gamma, double lambda) {
        return new BoundaryEquilibrium(
                new PlaneWorld.PlaneGenerator(),
                new PlaneWorld.PlaneAutoencoder(ReconstructionError.MEAN_SQUARED),
                gamma,
                lambda,
                List.of());
    }

    private static PlayableGame opened(BoundaryEquilibrium game) {
        return game.open(PlaneWorld.SPEC, DType.FLOAT32);
    }

    private static Trainer trainer(TrainingScheme scheme, Optimizer optimizer) {
        return Trainer.of(opened(game(0.9, 0.01)), scheme, optimizer);
    }

    private static GameState start(Trainer trainer) {
        return trainer.start(random());
    }

    private static RandomStream random() {
        return RandomStream.of(4);
    }

    private static BatchSource batches() {
        return new PlaneWorld.SpaceBatches(random().split("data"));
    }

    /** The same four samples in every batch, for which the generator has the same four latent points. */
    private static BatchSource same() {
        return new BatchSource() {
            @Override
            public Samples batch(long index) {
                return Samples.of(PlaneWorld.REAL.values().to(DType.FLOAT32));
            }

            @Override
            public int batchSize() {
                return 4;
            }

            @Override
            public double batchesPerEpoch() {
                return 1;
            }
        };
    }
}
