package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * Boundary-seeking loss: the discriminator of {@link Minimax}, and a generator that looks for the decision boundary, where
 * the discriminator cannot tell.
 *
 * <p>L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = mean(s_fake^2) / 2.
 *
 * <p>With D = sigmoid(s) this is L_G = mean((log D - log(1 - D))^2) / 2. Scores are raw, shape [N, 1], any real value; both
 * results are scalars. N may differ between real and fake.
 *
 * <p>Samples that the discriminator takes for real are pushed back to the boundary, so the generator does not run past the
 * data; at p = q its gradient is 0 to second order. This is the paper's loss for continuous samples. Deviations from the
 * paper: none.
 *
 * @see <a href="https://arxiv.org/abs/1702.08431">Hjelm et al., Boundary-Seeking Generative Adversarial Networks, 2018,
 *     section 4</a>
 */
@About(
        value = "The generator looks for the decision boundary of a cross-entropy discriminator.",
        formula = "L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = mean(s_fake^2) / 2",
        paper =
                "Hjelm et al., Boundary-Seeking Generative Adversarial Networks, 2018, https://arxiv.org/abs/1702.08431")
public record BoundarySeeking() implements CrossEntropy {
    @Override
    public Tensor generator(Tensor score) {
        return score.square().times(0.5);
    }

    @Override
    public LossProperties facts() {
        return CrossEntropy.discriminatorFacts()
                .withOptimum("log(p/q)", "sum q log(p/q)^2 / 2", "sum q log(q/p)^2 / 2 - KL(q||p)");
    }
}
