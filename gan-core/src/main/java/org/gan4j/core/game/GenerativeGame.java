package org.gan4j.core.game;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.LabelSampler;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.ValueRange;

/** A game one of whose players is a generator, called "g". */
public interface GenerativeGame extends Game {
    /** The name of the generator. */
    String GENERATOR = "g";

    /** Returns the network that makes samples. */
    Generator generator();

    /** Returns which labels samples are asked for; empty where the generator takes none. */
    default Optional<LabelSampler> labels() {
        return Optional.empty();
    }

    @Override
    default List<String> sampledPlayers() {
        return List.of(GENERATOR);
    }

    @Override
    default boolean conditional() {
        return labels().isPresent();
    }

    @Override
    default ValueRange range() {
        return generator().range();
    }

    @Override
    default Optional<Latent> latent() {
        return Optional.of(generator().latent());
    }
}
