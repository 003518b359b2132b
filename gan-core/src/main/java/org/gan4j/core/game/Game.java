package org.gan4j.core.game;

import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.random.RandomStream;

/**
 * Named players, each with parameters and a loss of its own.
 *
 * <p>A game mutates nothing, marks nothing as tracked and never detaches: which gradients flow is decided by the scheme
 * through what it tracks.
 */
public interface Game {
    /** Returns the names of the players. */
    List<String> players();

    /** Returns the turns of one step of a scheme in which players alternate and nothing else is said: one each, in order. */
    default List<Turn> defaultTurns() {
        return players().stream().map(player -> new Turn(player, 1)).toList();
    }

    /**
     * Returns the state before the first step: initial parameters and buffers, no optimizer state yet.
     *
     * @param spec what is known of the data
     * @param random the stream of the run; the weights of a player depend on it, the player and the layer path only
     */
    GameState start(SampleSpec spec, RandomStream random);

    /**
     * Checks a number of rows per batch when a run is configured.
     *
     * @throws IllegalArgumentException if losses of so many rows would have no meaning, with the reason
     */
    default void requireBatchSize(int size) {}

    /**
     * Returns the losses of the players named, from one shared forward pass.
     *
     * @param state parameters, buffers and variables of the game
     * @param draw the data and the randomness
     * @param players names of players, at least one
     */
    GameLosses losses(GameState state, Draw draw, List<String> players);
}
