package org.gan4j.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.NoData;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.game.Turn;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;

/** A game of two numbers, without networks and without data: x minimises x y + x^2 / 4, y minimises y^2 / 4 - x y. */
class GamesWithoutDataTest {
    private static final double RATE = 0.1;

    private record Saddle() implements Game {
        @Override
        public List<String> players() {
            return List.of("x", "y");
        }

        @Override
        public PlayableGame open(SampleSpec spec, DType dtype) {
            return new Playable(dtype);
        }
    }

    private record Playable(DType dtype) implements PlayableGame {
        @Override
        public List<String> players() {
            return new Saddle().players();
        }

        @Override
        public GameState start(RandomStream random) {
            SortedMap<String, PlayerState> players = new TreeMap<>();
            players.put("x", number(1));
            players.put("y", number(0.5));
            return GameState.start(players);
        }

        private PlayerState number(double value) {
            return PlayerState.of(Parameters.of(Map.of("value", Tensor.scalar(dtype, value))), Buffers.empty());
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> asked) {
            Minibatch minibatch = Minibatch.of(state, draw, asked);
            Tensor x = minibatch.parameters("x").get("value");
            Tensor y = minibatch.parameters("y").get("value");
            SortedMap<String, Tensor> losses = new TreeMap<>();
            if (minibatch.updates("x")) {
                losses.put("x", x.times(y).plus(x.square().times(0.25)));
            }
            if (minibatch.updates("y")) {
                losses.put("y", y.square().times(0.25).minus(x.times(y)));
            }
            return minibatch.losses(losses);
        }
    }

    private static double value(GameState state, String player) {
        return state.player(player).parameters().get("value").item();
    }

    @Test
    void simultaneousStepsAreThoseOfPlainArithmetic() {
        PlayableGame game = new Saddle().open(SampleSpec.none(), DType.FLOAT64);
        Trainer trainer = Trainer.of(game, new Simultaneous(), Sgd.of(RATE));
        TrainingOutcome outcome = trainer.train(
                trainer.start(RandomStream.of(3)), BatchSource.none(), RandomStream.of(3), TrainingPlan.steps(30));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        double x = 1;
        double y = 0.5;
        for (int step = 0; step < 30; step++) {
            double gradientX = y + x / 2;
            double gradientY = y / 2 - x;
            x -= RATE * gradientX;
            y -= RATE * gradientY;
        }
        assertThat(value(outcome.state(), "x")).isCloseTo(x, within(1e-12));
        assertThat(value(outcome.state(), "y")).isCloseTo(y, within(1e-12));
    }

    /** Opened on the absence of data, in float32, with the turns that a game has when nothing is said. */
    @Test
    void trainsOnTheAbsenceOfData() {
        PlayableGame game = new Saddle().open(new NoData());
        assertThat(game.defaultTurns()).containsExactly(new Turn("x", 1), new Turn("y", 1));
        Trainer trainer = Trainer.of(game, new Alternating(game.defaultTurns()), Sgd.of(RATE));
        TrainingOutcome outcome = trainer.train(new NoData(), 1, RandomStream.of(3), TrainingPlan.steps(200));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        assertThat(Math.hypot(value(outcome.state(), "x"), value(outcome.state(), "y")))
                .isLessThan(0.02);
    }

    @Test
    void thereIsNothingToSampleFromAndNothingToScore() {
        PlayableGame game = new Saddle().open(new NoData());
        GameState state = game.start(RandomStream.of(3));
        assertThatThrownBy(() -> game.sampler(state))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is nothing to sample from in a game of the players [x, y]");
        Samples some = Samples.of(Tensor.of(Shape.of(1), 0f));
        assertThatThrownBy(() -> game.score(state, some, RandomStream.of(4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("nobody scores samples in a game of the players [x, y]");
        Minibatch minibatch = Minibatch.of(state, Draw.of(some, RandomStream.of(4)), List.of("x"));
        assertThatThrownBy(minibatch::generated)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this game has no generator");
        assertThat(new Saddle().sampledPlayers()).isEmpty();
        assertThat(new Saddle().latent()).isEmpty();
        assertThat(new Saddle().conditional()).isFalse();
    }

    @Test
    void theAbsenceOfDataHasBatchesOfZerosAndNoRows() {
        BatchSource none = BatchSource.none();
        assertThat(none.batchSize()).isEqualTo(1);
        assertThat(none.batchesPerEpoch()).isInfinite();
        assertThat(none.batch(7).values().toFloats()).containsExactly(0);
        assertThatThrownBy(() -> none.batch(-1)).hasMessage("index must be at least 0, but is -1");
        BatchSource five = new NoData().batches(5, RandomStream.of(3));
        assertThat(five.batchSize()).isEqualTo(5);
        assertThat(five.batch(0).values().toFloats()).containsExactly(0, 0, 0, 0, 0);
        NoData nothing = new NoData();
        assertThat(List.of(nothing.train(), nothing.validation(), nothing.test()))
                .allSatisfy(split -> assertThat(split.size()).isZero());
        assertThatThrownBy(() -> nothing.train().rows(0))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("there are no data, so that there is no row");
        assertThat(nothing.spec().shape()).isEqualTo(Shape.SCALAR);
        assertThat(nothing.spec().bounded()).isFalse();
    }
}
