package org.gan4j.core.game.adversarial;

import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.random.RandomStream;

/**
 * A game of a generator "g" against a discriminator "d", which is shown real and generated samples after the same
 * transforms.
 */
public interface TwoPlayerGame extends GenerativeGame {
    /** The name of the discriminator. */
    String DISCRIMINATOR = "d";

    /** Returns the network that judges samples. */
    Discriminator discriminator();

    /** Returns what happens, in this order, to real and fake samples before the discriminator sees them. */
    List<SampleTransform> transforms();

    @Override
    default List<String> players() {
        return List.of(DISCRIMINATOR, GENERATOR);
    }

    @Override
    default void requireBatchSize(int size) {
        DiscriminatorInputs.size(size, transforms());
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the values that the generator can give are not those of the data
     */
    @Override
    default GameState start(SampleSpec spec, RandomStream random) {
        return new PlayerInitializer(spec, random)
                .with(GENERATOR, generator())
                .with(DISCRIMINATOR, discriminator(), transforms())
                .state();
    }
}
