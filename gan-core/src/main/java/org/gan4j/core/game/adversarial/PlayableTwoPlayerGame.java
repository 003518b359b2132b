package org.gan4j.core.game.adversarial;

import java.util.List;
import java.util.Objects;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.Turn;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/**
 * A game of a generator "g" against a discriminator "d" with their networks. What differs between such games is how losses are
 * made of a minibatch.
 *
 * @param game the choice
 * @param generator its generator
 * @param discriminator its discriminator's network
 * @param dtype of parameters
 * @param variables the game's variables before the first step
 * @param losses makes losses of a minibatch
 */
public record PlayableTwoPlayerGame(
        TwoPlayerGame game,
        GeneratorPlayer generator,
        DiscriminatorNetwork discriminator,
        DType dtype,
        Buffers variables,
        MinibatchLosses losses)
        implements PlayableGame {
    /** The losses of a game as a function of a minibatch. */
    @FunctionalInterface
    public interface MinibatchLosses {
        /**
         * Returns the losses of the players that are updated.
         *
         * @param minibatch data and generated samples
         * @param state the state at which the losses are wanted
         */
        GameLosses of(Minibatch minibatch, GameState state);
    }

    public PlayableTwoPlayerGame {
        Objects.requireNonNull(game, "game is null");
        Objects.requireNonNull(generator, "generator is null");
        Objects.requireNonNull(discriminator, "discriminator is null");
        Objects.requireNonNull(dtype, "dtype is null");
        Objects.requireNonNull(variables, "variables is null");
        Objects.requireNonNull(losses, "losses is null");
    }

    /**
     * Returns a game without variables.
     *
     * @param game the choice
     * @param discriminator its discriminator's network, made for samples after the game's transforms
     * @param spec what is known of the data
     * @param losses makes losses of a minibatch
     * @throws org.gan4j.core.io.UserError if the values or the labels of the data are others than the game's
     */
    public static PlayableTwoPlayerGame of(
            TwoPlayerGame game,
            DiscriminatorNetwork discriminator,
            SampleSpec spec,
            DType dtype,
            MinibatchLosses losses) {
        GeneratorPlayer generator = GeneratorPlayer.of(game, spec);
        return new PlayableTwoPlayerGame(game, generator, discriminator, dtype, Buffers.empty(), losses);
    }

    /** Returns the same game with variables, which stand in {@link GameState#extra}. */
    public PlayableTwoPlayerGame with(Buffers start) {
        return new PlayableTwoPlayerGame(game, generator, discriminator, dtype, start, losses);
    }

    @Override
    public List<String> players() {
        return game.players();
    }

    @Override
    public List<Turn> defaultTurns() {
        return game.defaultTurns();
    }

    @Override
    public GameState start(RandomStream random) {
        return new PlayerInitializer(random, dtype)
                .with(TwoPlayerGame.GENERATOR, generator.network())
                .with(TwoPlayerGame.DISCRIMINATOR, discriminator)
                .state()
                .withExtra(variables.persistent());
    }

    @Override
    public GameLosses losses(GameState state, Draw draw, List<String> players) {
        return losses.of(Minibatch.of(generator, state, draw, players), state);
    }

    @Override
    public Sampler sampler(GameState state) {
        return generator.sampler(state);
    }

    @Override
    public Tensor score(GameState state, Samples samples, RandomStream random) {
        return DiscriminatorInputs.scores(discriminator, state, samples, random);
    }
}
