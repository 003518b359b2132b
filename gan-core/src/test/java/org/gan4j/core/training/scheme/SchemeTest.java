package org.gan4j.core.training.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.game.Turn;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;
import org.junit.jupiter.api.Test;

class SchemeTest {
    /** Writes down who is asked with which data and at which parameters of d; loss_d = (x - y)^2, loss_g = x y. */
    private static final class TracedGame implements PlayableGame {
        final List<String> trace = new ArrayList<>();
        double poison;

        @Override
        public List<String> players() {
            return List.of("d", "g");
        }

        @Override
        public GameState start(RandomStream random) {
            SortedMap<String, PlayerState> players = new TreeMap<>();
            players.put("d", player(3));
            players.put("g", player(2));
            return GameState.start(players);
        }

        private static PlayerState player(double value) {
            TreeMap<String, Tensor> values = new TreeMap<>();
            values.put("x", Tensor.of(Shape.of(), value));
            PlayerState state = PlayerState.of(Parameters.of(values), Buffers.empty());
            return state.withOptimizer(Sgd.of(0.1).init(state.parameters()));
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> asked) {
            trace.add(String.join("+", asked) + draw.real().values().toFloats()[0] + " "
                    + draw.random().path());
            Tensor x = state.player("d").parameters().get("x");
            Tensor y = state.player("g").parameters().get("x");
            SortedMap<String, Tensor> losses = new TreeMap<>();
            if (asked.contains("d")) {
                losses.put("d", x.minus(y).square());
            }
            if (asked.contains("g")) {
                losses.put("g", x.times(y).plus(poison));
            }
            return new GameLosses(losses, new TreeMap<>(), new TreeMap<>());
        }
    }

    private final TracedGame game = new TracedGame();

    @Test
    void alternatingTakesTurnsEachWithItsOwnDataAndNoise() {
        GameState state = take(new Alternating(List.of(new Turn("d", 2), new Turn("g", 1))), 2);
        assertThat(game.trace)
                .containsExactly(
                        "d0.0 seed 7 / d / 0",
                        "d1.0 seed 7 / d / 1",
                        "g0.0 seed 7 / g / 0",
                        "d2.0 seed 7 / d / 2",
                        "d3.0 seed 7 / d / 3",
                        "g1.0 seed 7 / g / 1");
        assertThat(state.step()).isEqualTo(2);
        assertThat(state.player("d").optimizer().steps()).isEqualTo(4);
        assertThat(state.player("g").optimizer().steps()).isEqualTo(2);
    }

    @Test
    void aPlayerMayHaveSeveralTurnsInAStep() {
        take(new Alternating(List.of(new Turn("d", 1), new Turn("g", 1), new Turn("d", 1))), 2);
        assertThat(game.trace)
                .extracting(line -> line.substring(0, 2))
                .containsExactly("d0", "g0", "d1", "d2", "g1", "d3");
    }

    /** x = 3, y = 2, rate .1: d first, x' = 3 - .1 * 2 (3 - 2) = 2.8, then g against x', y' = 2 - .1 * 2.8. */
    @Test
    void alternatingPlaysAgainstTheOthersAsTheyAreByThen() {
        GameState state = take(Alternating.of("d", 1, "g"), 1);
        assertThat(value(state, "d")).isCloseTo(2.8, within(1e-12));
        assertThat(value(state, "g")).isCloseTo(1.72, within(1e-12));
    }

    /** x = 3, y = 2, rate .1: x' = 3 - .1 * 2 (3 - 2) = 2.8 and y' = 2 - .1 * 3, both from the same point. */
    @Test
    void simultaneousTakesAllGradientsAtTheSamePoint() {
        GameState state = take(new Simultaneous(), 1);
        assertThat(value(state, "d")).isCloseTo(2.8, within(1e-12));
        assertThat(value(state, "g")).isCloseTo(1.7, within(1e-12));
        take(new Simultaneous(), 2);
        assertThat(game.trace)
                .containsExactly("d+g0.0 seed 7 / d+g / 0", "d+g0.0 seed 7 / d+g / 0", "d+g1.0 seed 7 / d+g / 1");
    }

    @Test
    void aLossThatIsNotFiniteStopsTheStepBeforeThatPlayersUpdate() {
        game.poison = Double.NEGATIVE_INFINITY;
        GameState start = game.start(RandomStream.of(1));
        assertThatThrownBy(() -> new Simultaneous().step(context(), start, MetricsCollector.ignored()))
                .isInstanceOf(NonFiniteValueException.class)
                .hasMessage("loss/g is -Infinity");
        assertThat(value(start, "d")).isEqualTo(3);
        assertThat(value(start, "g")).isEqualTo(2);
    }

    @Test
    void observationsAreNormsRatesAndLosses() {
        MetricsCollector metrics = MetricsCollector.collected();
        GameState start = game.start(RandomStream.of(1));
        new Simultaneous().step(context(), start, metrics);
        SortedMap<String, Double> values = metrics.values();
        assertThat(values)
                .containsOnlyKeys(
                        "gradient-norm/d",
                        "gradient-norm/g",
                        "loss/d",
                        "loss/g",
                        "rate/d",
                        "rate/g",
                        "update-norm/d",
                        "update-norm/g");
        assertThat(values.get("loss/d")).isEqualTo(1);
        assertThat(values.get("loss/g")).isEqualTo(6);
        assertThat(values.get("gradient-norm/d")).isCloseTo(2, within(1e-12));
        assertThat(values.get("gradient-norm/g")).isCloseTo(3, within(1e-12));
        assertThat(values.get("update-norm/g")).isCloseTo(0.3, within(1e-12));
        assertThat(values.get("rate/d")).isEqualTo(0.1);
    }

    @Test
    void refuseToHaveNothingToDo() {
        assertThatThrownBy(() -> new Alternating(List.of()))
                .hasMessage("turns is empty: a step needs at least one turn");
        assertThatThrownBy(() -> new Turn("d", 0)).hasMessage("times must be at least 1, but is 0 for player 'd'");
    }

    @Test
    void refuseATurnOfNobodyInTheGame() {
        assertThatThrownBy(() -> take(Alternating.of("d", 1, "critic"), 1))
                .hasMessage("no player 'critic'; players are [d, g]");
    }

    private GameState take(TrainingScheme scheme, int steps) {
        GameState state = game.start(RandomStream.of(1));
        for (int i = 0; i < steps; i++) {
            state = scheme.step(context(), state, MetricsCollector.ignored());
        }
        return state;
    }

    private TrainingContext context() {
        SortedMap<String, Optimizer> optimizers = new TreeMap<>();
        optimizers.put("d", Sgd.of(0.1));
        optimizers.put("g", Sgd.of(0.1));
        return new TrainingContext(game, optimizers, new NumberedBatches(), RandomStream.of(7));
    }

    private static double value(GameState state, String player) {
        return state.player(player).parameters().get("x").item();
    }
}
