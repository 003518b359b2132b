package org.gan4j.losses.loss;

import org.gan4j.core.game.Scores;
import org.gan4j.core.tensor.Tensor;

/** The discriminator's loss that {@link Minimax} and {@link NonSaturating} have in common. */
final class CrossEntropy {
    private CrossEntropy() {}

    /** Returns mean(softplus(-s_real)) + mean(softplus(s_fake)). */
    static Tensor of(Scores real, Scores fake) {
        return real.mean(s -> s.negate().softplus()).plus(fake.mean(Tensor::softplus));
    }
}
