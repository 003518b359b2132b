package org.gan4j.losses.loss;

import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.R1;

/**
 * A loss whose discriminator minimises the cross-entropy of telling real from fake: L_D = mean(softplus(-s_real)) +
 * mean(softplus(s_fake)).
 */
interface CrossEntropy extends PointwiseLoss {
    /** Returns softplus(-s) = -log D for D = sigmoid(s): what a sample labelled real costs. */
    static Tensor asReal(Tensor score) {
        return score.negate().softplus();
    }

    /** Returns softplus(s) = -log(1 - D) for D = sigmoid(s): what a sample labelled fake costs. */
    static Tensor asFake(Tensor score) {
        return score.softplus();
    }

    /** Returns what holds whenever the discriminator minimises this cross-entropy. */
    static LossProperties discriminatorFacts() {
        return LossProperties.of("cross-entropy")
                .withFixedPoint(0)
                .withCompanions(Companions.penalty("r1", R1.DEFAULTS))
                .withPenalties("r2", "dragan");
    }

    @Override
    default Tensor real(Tensor score) {
        return asReal(score);
    }

    @Override
    default Tensor fake(Tensor score) {
        return asFake(score);
    }

    @Override
    default boolean scoresAreLogits() {
        return true;
    }
}
