package org.gan4j.core.game;

import java.util.Optional;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;

/** A game one of whose players is a generator, so that it can be sampled from when it has been played. */
public interface GenerativeGame extends Game {
    /** The usual name of the generator. */
    String GENERATOR = "g";

    /** Returns the network that makes samples. */
    Generator generator();

    /** Returns which labels samples are asked for; empty where the generator takes none. */
    default Optional<LabelSampler> labels() {
        return Optional.empty();
    }

    /** Returns the name of the player whose parameters the generator has. */
    default String generatorPlayer() {
        return GENERATOR;
    }
}
