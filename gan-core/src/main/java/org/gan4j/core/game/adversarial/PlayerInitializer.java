package org.gan4j.core.game.adversarial;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.RangeCheck;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.SampleTransform;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;

/**
 * Makes the players of a game before its first step. The weights of a player depend on the stream {@code init} of the
 * run, the player's name and the layer path only, whatever the game: two games with one seed start from one generator.
 */
public final class PlayerInitializer {
    private final SampleSpec spec;
    private final RandomStream init;
    private final SortedMap<String, PlayerState> players = new TreeMap<>();

    /**
     * Begins with nobody.
     *
     * @param spec what is known of the data
     * @param random the stream of the run
     */
    public PlayerInitializer(SampleSpec spec, RandomStream random) {
        this.spec = spec;
        this.init = random.split("init");
    }

    /**
     * Adds a generator.
     *
     * @throws org.gan4j.core.io.UserError if the values that it can give are not those of the data
     */
    public PlayerInitializer with(String player, Generator generator) {
        ValueRange range = generator.range();
        RangeCheck.mismatch(range.low(), range.high(), spec, "training data").ifPresent(problem -> {
            throw new UserError(ExitCode.CONFIGURATION, problem);
        });
        Parameters parameters = generator.init(spec, init.split(player));
        players.put(player, PlayerState.of(parameters, generator.initBuffers(spec)));
        return this;
    }

    /** Adds a discriminator of samples that pass through transforms first. */
    public PlayerInitializer with(String player, Discriminator discriminator, List<SampleTransform> transforms) {
        SampleSpec seen = DiscriminatorInputs.spec(spec, transforms);
        Parameters parameters = discriminator.init(seen, init.split(player));
        players.put(player, PlayerState.of(parameters, discriminator.initBuffers(seen)));
        return this;
    }

    /** Returns the state of these players without game variables. */
    public GameState state() {
        return GameState.start(players);
    }
}
