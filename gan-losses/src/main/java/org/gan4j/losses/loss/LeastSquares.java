package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.R1;

/**
 * Least squares: the discriminator regresses real scores to b and fake ones to a, the generator its samples' to c.
 *
 * <p>L_D = mean((s_real - b)^2) / 2 + mean((s_fake - a)^2) / 2, L_G = mean((s_fake - c)^2) / 2.
 *
 * <p>Scores are raw, shape [N, 1], any real value; both results are scalars. N may differ between real and fake. Good
 * scores lie between a and b, so no function is applied to the last layer.
 *
 * <p>At the optimum s = (b p + a q) / (p + q) the discriminator's loss is (b - a)^2 / 2 sum p q / (p + q). With
 * b - c = 1 and b - a = 2, as in {@link #PEARSON}, and the constant mean((s_real - c)^2) / 2 added to L_G, twice L_G is
 * there the Pearson chi-square sum (p - q)^2 / (p + q). But a generator that follows its gradient does not see how s
 * moves: with c midway between a and b what it follows is flat at p = q to second order, so {@link #DEFAULTS}, the 0-1
 * coding, pulls harder. Deviations from the paper: none.
 *
 * @param a the score fake samples are given, finite
 * @param b the score real samples are given, finite and above a
 * @param c the score the generator wants its samples to be given, finite and above a
 * @see <a href="https://arxiv.org/abs/1611.04076">Mao et al., Least Squares Generative Adversarial Networks, 2017,
 *     equations 2, 8 and 9</a>
 */
@About(
        value = "The discriminator regresses real scores to b and fake ones to a, the generator its samples' to c.",
        formula = "L_D = mean((s_real - b)^2) / 2 + mean((s_fake - a)^2) / 2, L_G = mean((s_fake - c)^2) / 2",
        paper = "Mao et al., Least Squares Generative Adversarial Networks, 2017, https://arxiv.org/abs/1611.04076")
public record LeastSquares(double a, double b, double c) implements PointwiseLoss {
    /** The paper's 0-1 coding: a = 0, b = c = 1. */
    public static final LeastSquares DEFAULTS = new LeastSquares(0, 1, 1);

    /** The paper's coding for the Pearson chi-square: a = -1, b = 1, c = 0. */
    public static final LeastSquares PEARSON = new LeastSquares(-1, 1, 0);

    /**
     * Checks the targets.
     *
     * @throws IllegalArgumentException if a target is not finite, or b or c is not above a: low scores would stand for
     *     real samples, or the generator would be drawn to the score of fake ones
     */
    public LeastSquares {
        if (!Double.isFinite(a)) {
            throw new IllegalArgumentException("a must be finite, but is " + a);
        }
        requireAbove("b", b, a);
        requireAbove("c", c, a);
    }

    @Override
    public Tensor real(Tensor score) {
        return halfSquare(score, b);
    }

    @Override
    public Tensor fake(Tensor score) {
        return halfSquare(score, a);
    }

    @Override
    public Tensor generator(Tensor score) {
        return halfSquare(score, c);
    }

    @Override
    public LossProperties facts() {
        return LossProperties.of("least squares")
                .withFixedPoint((a + b) / 2)
                .withCompanions(Companions.penalty("r1", R1.DEFAULTS))
                .withPenalties("dragan")
                .withOptimum(
                        "(b p + a q) / (p + q)",
                        "sum q ((b - c) p + (a - c) q)^2 / (p + q)^2 / 2",
                        "(b - a) (c - a) KL(p||m) - (b - a)^2 / 8 sum (p - q)^2 / (p + q), m = (p + q) / 2");
    }

    private static Tensor halfSquare(Tensor score, double target) {
        return score.minus(target).square().times(0.5);
    }

    private static void requireAbove(String name, double value, double a) {
        if (!(value > a && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and above a, the score of fake samples, but is "
                    + value + " with a = " + a);
        }
    }
}
