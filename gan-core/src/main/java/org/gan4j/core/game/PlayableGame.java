package org.gan4j.core.game;

import java.util.List;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/**
 * A game between named players, each with parameters and a loss of its own. It holds the networks, which were made once; their
 * weights are in the state.
 *
 * <p>A game mutates nothing, marks nothing as tracked and never detaches: which gradients flow is decided by the scheme
 * through what it tracks.
 */
public interface PlayableGame {
    /** Returns the names of the players. */
    List<String> players();

    /** Returns the turns of one step of a scheme in which players alternate and nothing else is said: one each, in order. */
    default List<Turn> defaultTurns() {
        return players().stream().map(player -> new Turn(player, 1)).toList();
    }

    /**
     * Returns the state before the first step: initial parameters and buffers, no optimizer state yet.
     *
     * @param random the stream of the run; the weights of a player depend on it, the player and the layer path only
     */
    GameState start(RandomStream random);

    /**
     * Returns the losses of the players named, from one shared forward pass.
     *
     * @param state parameters, buffers and variables of the game
     * @param draw the data and the randomness
     * @param players names of players, at least one
     */
    GameLosses losses(GameState state, Draw draw, List<String> players);

    /**
     * Returns a sampler of the game in a state, in evaluation mode: a {@link org.gan4j.core.sampling.LabelledSampler} where
     * the game is conditional, a {@link org.gan4j.core.sampling.Decoder} where samples are made of latent vectors. Which
     * weights and which statistics a state is evaluated with is decided here.
     *
     * @throws IllegalStateException if there is nothing to sample from
     */
    default Sampler sampler(GameState state) {
        throw new IllegalStateException("there is nothing to sample from in a game of the players " + players());
    }

    /**
     * Returns the raw scores of samples, [N, 1], high = real, in evaluation mode.
     *
     * @param samples as the discriminator is given them, after the game's transforms: values [N, ...]; with labels where the
     *     game is conditional
     * @param random a stream for networks that draw even then
     * @throws IllegalStateException if no player scores samples
     */
    default Tensor score(GameState state, Samples samples, RandomStream random) {
        throw new IllegalStateException("nobody scores samples in a game of the players " + players());
    }
}
