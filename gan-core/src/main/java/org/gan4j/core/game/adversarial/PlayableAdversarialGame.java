package org.gan4j.core.game.adversarial;

import java.util.List;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.Turn;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Tensor;

/** The standard game with its networks. */
record PlayableAdversarialGame(
        AdversarialGame game, GeneratorPlayer generator, DiscriminatorNetwork discriminator, DType dtype)
        implements PlayableGame {
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
                .with(AdversarialGame.GENERATOR, generator.network())
                .with(AdversarialGame.DISCRIMINATOR, discriminator)
                .state();
    }

    @Override
    public GameLosses losses(GameState state, Draw draw, List<String> players) {
        Minibatch minibatch = Minibatch.of(generator, state, draw, players);
        return minibatch.losses(new AdversarialMinibatch(game, discriminator, minibatch).scoreLosses());
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
