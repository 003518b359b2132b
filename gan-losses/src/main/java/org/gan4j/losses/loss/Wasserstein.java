package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.game.LossFacts;
import org.gan4j.core.game.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;

/**
 * Wasserstein loss: the discriminator, here called critic, widens the gap between mean scores; the generator closes it.
 *
 * <p>L_D = mean(s_fake) - mean(s_real), L_G = -mean(s_fake).
 *
 * <p>Scores are raw, shape [N, 1], any real value; both results are scalars. N may differ between real and fake.
 *
 * <p>-L_D estimates the Wasserstein-1 distance only while the critic is Lipschitz: clip its weights after each step or
 * add a gradient penalty, or the loss has no minimum. Scores have no probability reading. Deviations from the paper:
 * none; the paper states the critic's side as a maximum.
 *
 * @see <a href="https://arxiv.org/abs/1701.07875">Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017, algorithm 1</a>
 */
@About(
        value = "The critic widens the gap between mean scores, the generator closes it; needs a Lipschitz critic.",
        formula = "L_D = mean(s_fake) - mean(s_real), L_G = -mean(s_fake)",
        paper = "Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017, https://arxiv.org/abs/1701.07875")
public record Wasserstein() implements PointwiseLoss {
    @Override
    public Tensor real(Tensor score) {
        return score.negate();
    }

    @Override
    public Tensor fake(Tensor score) {
        return score;
    }

    @Override
    public Tensor generator(Tensor score) {
        return score.negate();
    }

    @Override
    public LossFacts facts() {
        return LossFacts.of("integral probability metric")
                .withDegree(1)
                .withFixedPoint(0)
                .thatNeedsLipschitz()
                .withPenalties(
                        "wgan-gp",
                        "one-sided-gradient-penalty",
                        "zero-centred-gradient-penalty",
                        "wgan-div",
                        "quadratic-potential")
                .withOptimum(
                        "among 1-Lipschitz scores a Kantorovich potential, unique up to a constant",
                        "-sum q s*",
                        "W_1(p, q)");
    }
}
