package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.AdversarialGame;
import org.gan4j.core.game.SpectralNorm;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.MaxColumnNorm;
import org.gan4j.losses.penalty.Consistency;

/**
 * A loss that needs a Lipschitz discriminator has no minimum unless something bounds the slope: clipped weights, a limit
 * on the norm of columns, or a penalty.
 */
@About("A loss like wasserstein needs something that bounds the slope of the critic.")
public record WassersteinNeedsABound() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        if (!wiring.all(ClippedWeights.class).isEmpty()
                || !wiring.all(MaxColumnNorm.class).isEmpty()) {
            return;
        }
        for (Wiring.Placed<AdversarialGame> game : wiring.all(AdversarialGame.class)) {
            boolean bounded = game.value().discriminator() instanceof SpectralNorm
                    || game.value().penalties().values().stream().anyMatch(p -> !(p instanceof Consistency));
            if (game.value().loss().facts().use().needsLipschitz() && !bounded) {
                wiring.warn(
                        game,
                        "the " + game.value().loss().displayName()
                                + " loss has no minimum unless the critic's slope is bounded: wrap the optimizer of d in"
                                + " clipped-weights, wrap d in spectral-norm, or add a penalty, such as "
                                + String.join(
                                        ", ", game.value().loss().facts().use().penalties()));
            }
        }
    }
}
