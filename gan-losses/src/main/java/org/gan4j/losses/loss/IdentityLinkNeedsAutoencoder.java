package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.adversarial.ScoreGame;

/**
 * The energy loss with the identity link needs an autoencoder: with a free score, energies could fall without end and
 * the discriminator's loss would have no minimum.
 */
@About("The energy loss with the identity link needs an autoencoder, whose energies have a lower bound.")
public record IdentityLinkNeedsAutoencoder() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        for (Wiring.Placed<ScoreGame> game : wiring.all(ScoreGame.class)) {
            boolean needed = game.value().loss().facts().use().needsEnergies();
            if (needed && !game.value().discriminator().scoresAreEnergies()) {
                wiring.refuse(
                        game,
                        "its loss takes -score for an energy, which has no lower bound unless the discriminator is an"
                                + " autoencoder: use one, or a loss of any score, such as energy-margin with link: softplus");
            }
        }
    }
}
