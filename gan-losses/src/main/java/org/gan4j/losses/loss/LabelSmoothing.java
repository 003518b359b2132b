package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * One-sided label smoothing: as {@link NonSaturating}, but the discriminator is to give real samples the probability
 * alpha, so that it never gets sure of them.
 *
 * <p>L_D = mean(alpha softplus(-s_real) + (1 - alpha) softplus(s_real)) + mean(softplus(s_fake)),
 * L_G = mean(softplus(-s_fake)).
 *
 * <p>Scores are raw, shape [N, 1], any real value; both results are scalars. N may differ between real and fake.
 *
 * <p>At the optimum D = sigmoid(s) = alpha p / (p + q). Only real labels are smoothed: a fake label of beta above 0 would
 * add beta q to the numerator and draw the generator to its own samples. What the generator follows at the optimum does
 * not depend on alpha. Deviations from the paper: none; with alpha = 1 this is the non-saturating loss.
 *
 * @param alpha the label of real samples, above 0.5 and at most 1
 * @see <a href="https://arxiv.org/abs/1606.03498">Salimans et al., Improved Techniques for Training GANs, 2016, section
 *     3.4</a>
 */
@About(
        value =
                "As non-saturating, but real samples are labelled alpha instead of 1, so that D never gets sure of them.",
        formula = "L_D = mean(alpha softplus(-s_real) + (1 - alpha) softplus(s_real)) + mean(softplus(s_fake)),"
                + " L_G = mean(softplus(-s_fake))",
        paper = "Salimans et al., Improved Techniques for Training GANs, 2016, https://arxiv.org/abs/1606.03498")
public record LabelSmoothing(double alpha) implements CrossEntropy {
    /** Real samples are labelled 0.9. */
    public static final LabelSmoothing DEFAULTS = new LabelSmoothing(0.9);

    /**
     * Checks the label.
     *
     * @throws IllegalArgumentException if alpha is not above 0.5 and at most 1: samples that can only be real would be
     *     taken for fake
     */
    public LabelSmoothing {
        if (!(alpha > 0.5 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha must be above 0.5 and at most 1, but is " + alpha
                    + "; it is the label itself: to smooth 1 by 0.1, give 0.9");
        }
    }

    @Override
    public Tensor real(Tensor score) {
        return CrossEntropy.asReal(score)
                .times(alpha)
                .plus(CrossEntropy.asFake(score).times(1 - alpha));
    }

    @Override
    public Tensor generator(Tensor score) {
        return CrossEntropy.asReal(score);
    }

    @Override
    public LossProperties facts() {
        return CrossEntropy.discriminatorFacts()
                .withFixedPoint(Math.log(alpha / (2 - alpha)))
                .withOptimum(
                        "log(alpha p / ((1 - alpha) p + q))",
                        "KL(q||p) - KL(q||m) + log(2 / alpha), m = (p + q) / 2",
                        "KL(q||p) - 2 JSD(p, q)");
    }
}
