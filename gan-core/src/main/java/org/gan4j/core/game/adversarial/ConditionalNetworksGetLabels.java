package org.gan4j.core.game.adversarial;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.GenerativeGame;

/** Networks that take labels are played in a game that gives them. */
@About("Networks that take labels are played in a game that gives them.")
public record ConditionalNetworksGetLabels() implements WiringRule {
    private static final String WHY =
            " takes labels, which this game does not give: use a network without labels, or the adversarial game with labels";

    @Override
    public void check(Wiring wiring) {
        for (Wiring.Placed<GenerativeGame> game : wiring.all(GenerativeGame.class)) {
            if (game.value().labels().isPresent()) {
                continue;
            }
            if (game.value().generator().conditional()) {
                wiring.refuse(game, "its generator" + WHY);
            }
            if (game.value() instanceof TwoPlayerGame pair
                    && pair.discriminator().conditional()) {
                wiring.refuse(game, "its discriminator" + WHY);
            }
        }
    }
}
