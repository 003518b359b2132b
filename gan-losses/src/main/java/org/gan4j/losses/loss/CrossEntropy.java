package org.gan4j.losses.loss;

import org.gan4j.core.game.LossFacts;
import org.gan4j.core.tensor.Tensor;

/** What the losses built on the cross-entropy of telling real from fake have in common. */
final class CrossEntropy {
    private CrossEntropy() {}

    /** Returns softplus(-s) = -log D for D = sigmoid(s): what a sample labelled real costs. */
    static Tensor asReal(Tensor score) {
        return score.negate().softplus();
    }

    /** Returns softplus(s) = -log(1 - D) for D = sigmoid(s): what a sample labelled fake costs. */
    static Tensor asFake(Tensor score) {
        return score.softplus();
    }

    /** Returns what holds whenever the discriminator minimises asReal on real and asFake on fake samples. */
    static LossFacts facts() {
        return LossFacts.of("cross-entropy").withFixedPoint(0).withPenalties("r1", "r2", "dragan");
    }
}
