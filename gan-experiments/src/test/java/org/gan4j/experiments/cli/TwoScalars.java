package org.gan4j.experiments.cli;

import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * The game of two numbers: L_x = x (y + noise), L_y = -x y. It has no data, no generator and no networks.
 *
 * @param start where both begin
 * @param noise the deviation of what x sees of y
 */
record TwoScalars(@Default("1") double start, @Default("0") double noise) implements Game {
    @Override
    public List<String> players() {
        return List.of("x", "y");
    }

    @Override
    public PlayableGame open(SampleSpec spec, DType dtype) {
        return new Played(this, dtype);
    }

    /** Names the game. */
    static final class Named extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Game.class).bind("two-scalars", TwoScalars.class);
        }
    }

    private record Played(TwoScalars game, DType dtype) implements PlayableGame {
        @Override
        public List<String> players() {
            return game.players();
        }

        @Override
        public GameState start(RandomStream random) {
            SortedMap<String, PlayerState> players = new TreeMap<>();
            for (String player : players()) {
                Parameters number = Parameters.empty().with("value", Tensor.scalar(dtype, game.start));
                players.put(player, PlayerState.of(number, Buffers.empty()));
            }
            return GameState.start(players);
        }

        @Override
        public GameLosses losses(GameState state, Draw draw, List<String> players) {
            Tensor x = value(state, "x");
            Tensor y = value(state, "y");
            SortedMap<String, Tensor> losses = new TreeMap<>();
            if (players.contains("x")) {
                Tensor noise = draw.random().split("noise").normal(Shape.SCALAR).to(dtype);
                losses.put("x", x.times(y.plus(noise.times(game.noise))));
            }
            if (players.contains("y")) {
                losses.put("y", x.times(y).negate());
            }
            return new GameLosses(losses, new TreeMap<>(), new TreeMap<>());
        }

        private static Tensor value(GameState state, String player) {
            return state.player(player).parameters().get("value");
        }
    }
}
