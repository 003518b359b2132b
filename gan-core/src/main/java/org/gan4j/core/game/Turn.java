package org.gan4j.core.game;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;

/**
 * A player's turn within a step.
 *
 * @param player the player's name
 * @param times how many updates in a row, at least 1
 */
@About(value = "A player's turn within a step.")
public record Turn(String player, @Default("1") int times) {
    public Turn {
        Objects.requireNonNull(player, "player is null");
        if (times < 1) {
            throw new IllegalArgumentException(
                    "times must be at least 1, but is " + times + " for player '" + player + "'");
        }
    }
}
