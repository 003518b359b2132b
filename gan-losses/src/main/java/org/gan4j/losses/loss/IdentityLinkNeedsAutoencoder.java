package org.gan4j.losses.loss;

import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Discriminator;

/**
 * The energy loss with the identity link needs an autoencoder: with a free score, energies could fall without end and
 * the discriminator's loss would have no minimum.
 */
@About("The energy loss with the identity link needs an autoencoder, whose energies have a lower bound.")
public record IdentityLinkNeedsAutoencoder() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        List<Wiring.Placed<Discriminator>> discriminators = wiring.all(Discriminator.class);
        boolean free = discriminators.stream().anyMatch(placed -> !(placed.value() instanceof Autoencoder));
        if (!free) {
            return;
        }
        for (Wiring.Placed<EnergyMargin> loss : wiring.all(EnergyMargin.class)) {
            if (loss.value().link() == EnergyLink.IDENTITY) {
                wiring.refuse(
                        loss,
                        "link: identity takes -score for the energy, which has no lower bound unless the discriminator is"
                                + " an autoencoder; use link: softplus");
            }
        }
    }
}
