package org.example.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;

/**
 * A game of two numbers in double precision, x against y, which writes down what its losses are drawn from.
 *
 * @param start where x and y begin
 * @param lossOfX a function of x and y
 * @param lossOfY a function of x and y
 * @param draws one line for each evaluation: batch, path of the stream, noise, and whether an update follows
 */
record ToyGame(double[] start, BinaryOperator<Tensor> lossOfX, BinaryOperator<Tensor> lossOfY, List<String> draws)
        implements PlayableGame {
    /** Returns min over x, max over y of x y. The gradients are (y, -x). */
    static ToyGame bilinear(double x, double y) {
        return new ToyGame(
                new double[] {x, y}, Tensor::times, (a, b) -> a.times(b).negate(), new ArrayList<>());
    }

    /**
     * Returns the Dirac-GAN of Mescheder et al., 2018, definition 2.1: data at 0, a generator at x, a discriminator of slope
     * y, and min over x, max over y of f(x y) + f(0) with f(t) = -ln(1 + e^-t).
     */
    static ToyGame dirac(double x, double y) {
        BinaryOperator<Tensor> value = (a, b) -> a.times(b).negate().softplus().negate();
        return new ToyGame(
                new double[] {x, y}, value, (a, b) -> value.apply(a, b).negate(), new ArrayList<>());
    }

    @Override
    public List<String> players() {
        return List.of("x", "y");
    }

    @Override
    public GameState start(RandomStream random) {
        SortedMap<String, PlayerState> players = new TreeMap<>();
        for (int i = 0; i < 2; i++) {
            Parameters value = Parameters.empty().with("value", Tensor.of(Shape.of(), start[i]));
            players.put(players().get(i), PlayerState.of(value, Buffers.empty()));
        }
        return GameState.start(players);
    }

    @Override
    public GameLosses losses(GameState state, Draw draw, List<String> asked) {
        draws.add("batch %.0f, %s, noise %.6f%s"
                .formatted(
                        draw.real().values().item(),
                        draw.random().path(),
                        draw.random().split("noise").nextUniform(),
                        draw.updating() ? "" : ", ahead"));
        Tensor x = state.player("x").parameters().get("value");
        Tensor y = state.player("y").parameters().get("value");
        SortedMap<String, Tensor> losses = new TreeMap<>();
        for (String player : asked) {
            losses.put(player, (player.equals("x") ? lossOfX : lossOfY).apply(x, y));
        }
        return new GameLosses(losses, new TreeMap<>(), new TreeMap<>());
    }

    /** Batch t is the number t. */
    private record Numbered() implements BatchSource {
        @Override
        public Samples batch(long index) {
            return Samples.of(Tensor.of(Shape.of(1), (float) index));
        }

        @Override
        public int batchSize() {
            return 1;
        }

        @Override
        public double batchesPerEpoch() {
            return Double.POSITIVE_INFINITY;
        }
    }

    /** A game under way. */
    static final class Play {
        private final TrainingScheme scheme;
        private final TrainingContext context;
        private GameState state;

        /** Begins a game whose streams refuse to be drawn from twice. */
        Play(ToyGame game, TrainingScheme scheme, Optimizer optimizer) {
            Trainer trainer = Trainer.of(game, scheme, optimizer);
            this.scheme = scheme;
            this.context = new TrainingContext(game, trainer.optimizers(), new Numbered(), RandomStream.audited(7));
            this.state = trainer.start(RandomStream.of(7));
        }

        Play steps(int count) {
            for (int i = 0; i < count; i++) {
                step(MetricsCollector.ignored());
            }
            return this;
        }

        void step(MetricsCollector metrics) {
            state = scheme.step(context, state, metrics);
        }

        GameState state() {
            return state;
        }

        double value(String player) {
            return state.player(player).parameters().get("value").item();
        }

        double distance() {
            return Math.hypot(value("x"), value("y"));
        }
    }
}
