package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * Minimax loss: the discriminator minimises the cross-entropy of telling real from fake, the generator maximises it.
 *
 * <p>L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = -mean(softplus(s_fake)).
 *
 * <p>With D = sigmoid(s) this is L_D = -mean(log D(x)) - mean(log(1 - D(G(z)))) and L_G = mean(log(1 - D(G(z)))). Scores
 * are raw, shape [N, 1], any real value; both results are scalars. N may differ between real and fake.
 *
 * <p>At the optimum D = p / (p + q) the discriminator's loss is log 4 - 2 JSD(p, q). The generator's gradient vanishes
 * where the discriminator is sure (its weight per sample is D(G(z))): for training prefer {@link NonSaturating}.
 * Deviations from the paper: none; the paper states the discriminator's side as a maximum.
 *
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, equation 1</a>
 */
@About(
        value = "The discriminator minimises the cross-entropy of telling real from fake, the generator maximises it.",
        formula = "L_D = mean(softplus(-s_real)) + mean(softplus(s_fake)), L_G = -mean(softplus(s_fake))",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661")
public record Minimax() implements CrossEntropy {
    @Override
    public Tensor generator(Tensor score) {
        return CrossEntropy.asFake(score).negate();
    }

    @Override
    public LossProperties facts() {
        return CrossEntropy.discriminatorFacts()
                .withOptimum("log(p/q)", "KL(q||m) - log 2, m = (p + q) / 2", "2 JSD(p, q)");
    }
}
