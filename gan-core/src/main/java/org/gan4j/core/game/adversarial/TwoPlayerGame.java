package org.gan4j.core.game.adversarial;

import java.util.List;
import org.gan4j.core.game.GenerativeGame;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.SampleTransform;

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

    @Override
    default boolean mixesSamples() {
        return discriminator().mixesSamples();
    }
}
