package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;
import org.gan4j.core.game.adversarial.ScoreGame;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.MaxColumnNorm;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.QuadraticPotential;

/**
 * A loss that needs a Lipschitz discriminator has no minimum unless something bounds the gradient norm: spectral
 * normalisation, clipped weights, a limit on the norm of columns, or a penalty on its gradient or on pairs. Consistency
 * is no bound. The losses of WGAN-div and GAN-QP are each half of a divergence, and need the penalty that is the other
 * half.
 */
@About("A loss that needs a Lipschitz discriminator needs something that bounds its gradient norm.")
public record LipschitzConstraintRequired() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        boolean weights = !wiring.all(ClippedWeights.class).isEmpty()
                || !wiring.all(MaxColumnNorm.class).isEmpty();
        for (Wiring.Placed<ScoreGame> game : wiring.all(ScoreGame.class)) {
            AdversarialLoss loss = game.value().loss();
            if (!loss.facts().use().needsLipschitz()) {
                continue;
            }
            if (!weights && !isBounded(game.value())) {
                wiring.warn(
                        game,
                        "the " + loss.displayName()
                                + " loss has no minimum unless the critic's slope is bounded: add the penalty "
                                + String.join(" or ", loss.facts().use().penalties())
                                + ", wrap the optimizer of d in clipped-weights, or wrap d in spectral-norm");
            } else if (lacksItsOtherHalf(game.value())) {
                wiring.warn(
                        game,
                        loss.displayName() + " is half of a divergence, whose other half is the penalty "
                                + String.join(" or ", loss.facts().use().penalties())
                                + ": add it, or name the loss wasserstein");
            }
        }
    }

    private static boolean isBounded(ScoreGame game) {
        return game.discriminator().lipschitz()
                || game.penalties().values().stream().anyMatch(penalty -> !(penalty instanceof Consistency));
    }

    private static boolean lacksItsOtherHalf(ScoreGame game) {
        if (!(game.loss() instanceof Wasserstein wasserstein)) {
            return false;
        }
        return switch (wasserstein.reading()) {
            case DISTANCE, ENERGY -> false;
            case DIVERGENCE ->
                game.penalties().values().stream().noneMatch(LipschitzConstraintRequired::isPowerOfSlope);
            case QUADRATIC -> game.penalties().values().stream().noneMatch(QuadraticPotential.class::isInstance);
        };
    }

    private static boolean isPowerOfSlope(Penalty penalty) {
        return penalty instanceof GradientPenalty slope && slope.centre() == 0;
    }
}
