package org.gan4j.losses.penalty;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.optim.ClippedWeights;

/**
 * Warning of a gradient penalty with a centre above 0 together with clipped weights or spectral normalisation: both
 * bound the gradient norm from above, so the penalty either pulls against the bound or never has to act.
 */
@About("A gradient penalty centred at 1 goes badly with clipped weights and with spectral normalisation.")
public record GradientPenaltyWithWeightClipping() implements WiringRule {
    private static final String GENERATOR = "(.*\\.)?optimizers\\.g(\\..*)?";

    @Override
    public void check(Wiring wiring) {
        boolean clipped = wiring.all(ClippedWeights.class).stream()
                .anyMatch(weights -> !weights.path().matches(GENERATOR));
        for (PenalisedGame game : PenalisedGame.all(wiring)) {
            boolean normalised = game.game().value().discriminator().lipschitz();
            for (Wiring.Placed<GradientNormPenalty> penalty : game.onSlopes()) {
                GradientPenalty settings = penalty.value().asGradientPenalty();
                if (settings.centre() > 0 && clipped) {
                    wiring.warn(penalty, warning(settings, "clipped-weights"));
                }
                if (settings.centre() > 0 && normalised) {
                    wiring.warn(penalty, warning(settings, "spectral-norm"));
                }
            }
        }
    }

    private static String warning(GradientPenalty penalty, String constraint) {
        String why = penalty.side() == GradientSide.TWO_SIDED
                ? "draws the slope of the score to " + penalty.centre() + ", while " + constraint + " holds it down"
                : "keeps the slope of the score below " + penalty.centre() + ", which " + constraint
                        + " does already in its own way";
        return "it " + why + ": use one of the two, or a penalty with centre 0";
    }
}
