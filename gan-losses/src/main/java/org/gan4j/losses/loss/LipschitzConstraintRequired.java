package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.adversarial.ScoreGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.losses.penalty.PenalisedGame;

/**
 * A loss that needs a Lipschitz discriminator has no minimum unless something bounds the gradient norm: the discriminator
 * itself, as with spectral normalisation; an optimizer of it that bounds weights; or a penalty that says it does. A loss
 * that is half of a divergence needs the penalty that is the other half.
 */
@About("A loss that needs a Lipschitz discriminator needs something that bounds its gradient norm.")
public record LipschitzConstraintRequired() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        for (PenalisedGame placed : PenalisedGame.all(wiring)) {
            ScoreGame game = placed.game().value();
            AdversarialLoss loss = game.loss();
            LossProperties.Use use = loss.facts().use();
            boolean weights =
                    placed.optimizer(wiring).filter(Optimizer::boundsWeights).isPresent();
            if (use.needsLipschitz() && !weights && !isBounded(game)) {
                wiring.warn(placed.game(), unbounded(loss.displayName(), use));
            } else if (lacksItsOtherHalf(game, use)) {
                wiring.warn(
                        placed.game(),
                        loss.displayName() + " is half of a divergence, whose other half is the penalty "
                                + String.join(" or ", use.penalties())
                                + ": add it, or use a loss that stands by itself, such as wasserstein");
            }
        }
    }

    private static String unbounded(String loss, LossProperties.Use use) {
        String penalties =
                use.penalties().isEmpty() ? "" : "add the penalty " + String.join(" or ", use.penalties()) + ", ";
        return "the " + loss + " loss has no minimum unless the gradient norm of the critic is bounded: " + penalties
                + "wrap the optimizer of d in clipped-weights, or wrap d in spectral-norm";
    }

    private static boolean isBounded(ScoreGame game) {
        return game.discriminator().lipschitz()
                || game.penalties().values().stream().anyMatch(Penalty::boundsLipschitz);
    }

    private static boolean lacksItsOtherHalf(ScoreGame game, LossProperties.Use use) {
        return use.companions().stream()
                .anyMatch(beside ->
                        beside.partOfLoss() && !beside.areAmong(game.penalties().values()));
    }
}
