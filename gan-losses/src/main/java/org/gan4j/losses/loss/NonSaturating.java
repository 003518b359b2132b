package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.R1;

/**
 * Non-saturating loss: the discriminator of {@link Minimax}, and a generator that maximises the probability that its
 * samples are taken for real.
 *
 * <p>L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = mean(softplus(-s_fake)).
 *
 * <p>With D = sigmoid(s) this is L_G = -mean(log D(G(z))). Scores are raw, shape [N, 1], any real value; both results
 * are scalars. N may differ between real and fake.
 *
 * <p>The weight of a sample in the generator's gradient is 1 - D(G(z)): largest for samples that are found out. The
 * released MNIST recipe halves L_D: {@code new Scaled(new NonSaturating(), 0.5, 1)}. Deviations from the paper: none.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, section 3</a>
 */
@About(
        value = "As minimax, but the generator maximises the probability that its samples are taken for real.",
        formula = "L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = mean(softplus(-s_fake))",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661")
public record NonSaturating() implements CrossEntropy {
    @Override
    public Tensor generator(Tensor score) {
        return CrossEntropy.asReal(score);
    }

    @Override
    public LossProperties facts() {
        return CrossEntropy.discriminatorFacts()
                .withCompanions(Companions.NONE, Companions.penalty("r1", R1.DEFAULTS))
                .withOptimum("log(p/q)", "KL(q||p) - KL(q||m) + log 2, m = (p + q) / 2", "KL(q||p) - 2 JSD(p, q)");
    }
}
