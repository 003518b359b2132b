package org.gan4j.losses.penalty;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/**
 * R1: a gradient penalty on the squared norm of the score's gradient at the real samples.
 *
 * <p>P = gamma / 2 E_real |grad_x s(x)|^2, or gamma E_real |grad_x s(x)|^2 by the convention of the released code. The norm is
 * that of all values of one sample.
 *
 * <p>It is {@link GradientPenalty} at the real samples with centre 0, power 2 and weight gamma / 2 or gamma. With it, training
 * converges locally where it cycles without. A gamma taken from a configuration of the released code needs the convention
 * {@code released-code}: there 10 means twice the paper's 10. Deviations from the paper: none.
 *
 * @param gamma the strength, finite and at least 0; 10 in the paper
 * @param convention whether gamma is halved, as in the paper, or not, as in the code released with it
 * @see <a href="https://arxiv.org/abs/1801.04406">Mescheder, Geiger and Nowozin, Which training methods for GANs do
 *     actually converge?, 2018, equation 9</a>
 */
@About(
        value = "A penalty on the squared norm of the score's gradient at the real samples.",
        formula = "gamma / 2 E_real |grad s|^2; by the convention released-code: gamma E_real |grad s|^2",
        paper =
                "Mescheder, Geiger and Nowozin, Which training methods for GANs do actually converge?, 2018, https://arxiv.org/abs/1801.04406")
public record R1(double gamma, GammaConvention convention) implements GradientNormPenalty {
    /** A gamma of 10, as the paper writes it. */
    public static final R1 DEFAULTS = new R1(10, GammaConvention.PAPER);

    /**
     * Checks the strength.
     *
     * @throws IllegalArgumentException if gamma is negative, which would reward steepness, or not finite
     */
    public R1 {
        Objects.requireNonNull(convention, "convention is null");
        Require.atLeast("gamma", gamma, 0);
    }

    @Override
    public GradientPenalty canonical() {
        return new GradientPenalty(GradientPoints.REAL, 0, GradientSide.TWO_SIDED, 2, convention.weight(gamma));
    }

    @Override
    public R1 scaled(double factor) {
        return new R1(gamma * factor, convention);
    }

    @Override
    public Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random) {
        return canonical().of(score, real, fake, random);
    }
}
