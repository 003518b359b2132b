package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.AdversarialGame;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.LossFacts;
import org.gan4j.core.game.SpectralNorm;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.MaxColumnNorm;
import org.gan4j.losses.penalty.Consistency;

/**
 * A loss that needs a Lipschitz discriminator has no minimum unless something bounds the slope: spectral normalisation,
 * clipped weights, a limit on the norm of columns, or a penalty on its gradient or on pairs. Consistency is no bound.
 */
@About("A loss that needs a Lipschitz discriminator needs something that bounds its slope.")
public record SlopeNeedsABound() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        if (!wiring.all(ClippedWeights.class).isEmpty()
                || !wiring.all(MaxColumnNorm.class).isEmpty()) {
            return;
        }
        for (Wiring.Placed<AdversarialGame> game : wiring.all(AdversarialGame.class)) {
            AdversarialLoss loss = game.value().loss();
            LossFacts.Use use = loss.facts().use();
            if (use.needsLipschitz() && !isBounded(game.value())) {
                wiring.warn(
                        game,
                        "the " + loss.displayName()
                                + " loss has no minimum unless the critic's slope is bounded: add a penalty, such as "
                                + String.join(", ", use.penalties())
                                + " (wgan-div and quadratic-potential make it WGAN-div and GAN-QP), wrap the optimizer of"
                                + " d in clipped-weights, or wrap d in spectral-norm");
            }
        }
    }

    private static boolean isBounded(AdversarialGame game) {
        return game.discriminator() instanceof SpectralNorm
                || game.penalties().values().stream().anyMatch(penalty -> !(penalty instanceof Consistency));
    }
}
