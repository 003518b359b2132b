package org.gan4j.losses.penalty;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.gan.GradientTarget;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.optim.Optimizer;

/**
 * Warning of a gradient penalty with a centre above 0 together with clipped weights or spectral normalisation: both
 * bound the gradient norm from above, so the penalty either pulls against the bound or never has to act.
 */
@About("A gradient penalty centred at 1 goes badly with clipped weights and with spectral normalisation.")
public record GradientPenaltyWithWeightClipping() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        for (PenalisedGame game : PenalisedGame.all(wiring)) {
            boolean clipped =
                    game.optimizer(wiring).filter(Optimizer::clipsWeights).isPresent();
            boolean normalised = game.game().value().discriminator().lipschitz();
            for (Wiring.Placed<Penalty> penalty : game.penalties()) {
                penalty.value().gradientTarget().ifPresent(target -> {
                    if (clipped) {
                        wiring.warn(penalty, warning(target, "clipped-weights"));
                    }
                    if (normalised) {
                        wiring.warn(penalty, warning(target, "the discriminator's own bound (spectral-norm)"));
                    }
                });
            }
        }
    }

    private static String warning(GradientTarget target, String constraint) {
        String why = target.atMost()
                ? "keeps the norm of the score's gradient below " + target.norm() + ", which " + constraint
                        + " does already in its own way"
                : "draws the norm of the score's gradient to " + target.norm() + ", while " + constraint
                        + " holds it down";
        return "it " + why + ": use one of the two, or a penalty with centre 0";
    }
}
