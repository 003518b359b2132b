package org.gan4j.losses.game;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Names;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.Turn;
import org.gan4j.core.game.adversarial.DiscriminatorInputs;
import org.gan4j.core.game.adversarial.GeneratorPlayer;
import org.gan4j.core.game.adversarial.Minibatch;
import org.gan4j.core.game.adversarial.PlayerInitializer;
import org.gan4j.core.game.adversarial.TwoPlayerGame;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/**
 * A game of a generator against an autoencoder with their networks: what differs between such games is their losses.
 *
 * @param game the choice
 * @param generator its generator
 * @param autoencoder its discriminator
 * @param dtype of parameters
 * @param variables the game's variables before the first step
 * @param rule computes the losses
 */
record AutoencodedGame(
        TwoPlayerGame game,
        GeneratorPlayer generator,
        AutoencoderNetwork autoencoder,
        DType dtype,
        Buffers variables,
        Rule rule)
        implements PlayableGame {
    /** The losses of a game of this kind. */
    interface Rule {
        /**
         * Adds the losses of the players that are updated.
         *
         * @param samples codes and energies
         * @param losses by player
         * @param variables new values of the game's variables, by name
         */
        void add(
                Minibatch minibatch,
                AutoencodedMinibatch samples,
                SortedMap<String, Tensor> losses,
                SortedMap<String, Tensor> variables,
                GameState state);
    }

    /** Returns a game without variables. */
    static AutoencodedGame open(TwoPlayerGame game, Autoencoder autoencoder, SampleSpec spec, DType dtype, Rule rule) {
        GeneratorPlayer player = GeneratorPlayer.of(game, spec);
        AutoencoderNetwork network = autoencoder.network(DiscriminatorInputs.spec(spec, game.transforms()));
        return new AutoencodedGame(game, player, network, dtype, Buffers.empty(), rule);
    }

    /** Returns the same game with a variable more. */
    AutoencodedGame withVariable(String name, Tensor first) {
        return new AutoencodedGame(game, generator, autoencoder, dtype, variables.with(name, first), rule);
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
                .with(TwoPlayerGame.DISCRIMINATOR, autoencoder)
                .state()
                .withExtra(variables.persistent());
    }

    @Override
    public GameLosses losses(GameState state, Draw draw, List<String> players) {
        Minibatch minibatch = Minibatch.of(generator, state, draw, players);
        AutoencodedMinibatch samples =
                new AutoencodedMinibatch(minibatch, autoencoder, game.transforms(), Names.kebab(game.getClass()));
        SortedMap<String, Tensor> losses = new TreeMap<>();
        SortedMap<String, Tensor> changed = new TreeMap<>();
        rule.add(minibatch, samples, losses, changed, state);
        return minibatch.losses(losses, changed);
    }

    @Override
    public Sampler sampler(GameState state) {
        return generator.sampler(state);
    }

    @Override
    public Tensor score(GameState state, Samples samples, RandomStream random) {
        return DiscriminatorInputs.scores(autoencoder, state, samples, random);
    }
}
