package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * The alpha-divergence (sum p^alpha q^(1 - alpha) - 1) / (alpha (alpha - 1)).
 *
 * <p>f(u) = (u^alpha - 1 - alpha (u - 1)) / (alpha (alpha - 1)), T = (e^((alpha - 1) s) - 1) / (alpha - 1),
 * f*(T) = (e^(alpha s) - 1) / alpha.
 *
 * <p>A family with KL(p||q) as its limit at alpha = 1, KL(q||p) at 0, and half of the chi-square divergences at 2
 * (Pearson) and -1 (Neyman); 0.5 is twice the squared Hellinger distance. The larger alpha, the more it asks the
 * generator to cover all of the data. Scores up to 80 / max(|alpha|, |alpha - 1|) in size stay finite in float32.
 *
 * <p>The form of the f-GAN paper, f*(T) = (((alpha - 1) T + 1)^(alpha / (alpha - 1)) - 1) / alpha, is there for alpha above
 * 1 with T = s, and for alpha up to 0.75 with T = 1 / (1 - alpha) - softplus(-s). Deviations from the paper: for alpha above
 * 1 and T at which the power has no value, f*(T) is -1 / alpha, which is the conjugate there.
 *
 * @param alpha from -3 to 4, neither 0 nor 1
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, tables 5 and 6</a>
 */
@About(
        value = "A family between and beyond the Kullback-Leibler and chi-square divergences.",
        formula = "f(u) = (u^alpha - 1 - alpha (u - 1)) / (alpha (alpha - 1));"
                + " T = (e^((alpha - 1) s) - 1) / (alpha - 1), f*(T) = (e^(alpha s) - 1) / alpha",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record AlphaDivergence(double alpha) implements FDivergence {
    /** Between the squared Hellinger distance and KL(p||q). */
    public static final AlphaDivergence DEFAULTS = new AlphaDivergence(0.7);

    private static final double LOG_RANGE = 80;
    private static final double SMALLEST_RANGE = 20;
    private static final double SMALLEST_BASE = 1e-30;

    /**
     * Checks alpha.
     *
     * @throws IllegalArgumentException if alpha is 0 or 1, where the formula has no value, or outside of -3 to 4, where
     *     scores of 20 in size would overflow in float32
     */
    public AlphaDivergence {
        if (!(alpha >= -3 && alpha <= 4)) {
            throw new IllegalArgumentException(
                    "alpha must be from -3 to 4, so that scores of 20 stay finite in float32," + " but is " + alpha);
        }
        if (alpha == 0 || alpha == 1) {
            throw new IllegalArgumentException(
                    "alpha must be neither 0 nor 1; the limits there are reverse-kl (0) and kl (1)");
        }
    }

    @Override
    public Tensor f(Tensor ratio) {
        return ratio.power(alpha).minus(1).minus(ratio.minus(1).times(alpha)).dividedBy(alpha * (alpha - 1));
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.power(alpha - 1).minus(1).dividedBy(alpha - 1);
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.times(alpha - 1).expm1().dividedBy(alpha - 1);
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.times(alpha).expm1().dividedBy(alpha);
    }

    @Override
    public double finiteUpTo() {
        return LOG_RANGE / Math.max(Math.abs(alpha), Math.abs(alpha - 1));
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        if (alpha > 1) {
            return Optional.of(new NowozinForm(
                    "((p/q)^(alpha - 1) - 1) / (alpha - 1)", 0, rangeOfPower(), score -> score, this::power));
        }
        double range = LOG_RANGE * Math.min(1, 1 - alpha);
        if (range < SMALLEST_RANGE) {
            return Optional.empty();
        }
        return Optional.of(new NowozinForm(
                "-log(e^((p/q)^(alpha - 1) / (1 - alpha)) - 1)",
                -Math.log(Math.expm1(1 / (1 - alpha))),
                range,
                score -> score.negate().softplus().negate().plus(1 / (1 - alpha)),
                this::powerOfSoftplus));
    }

    /** Returns (max(0, (alpha - 1) s + 1)^(alpha / (alpha - 1)) - 1) / alpha. */
    private Tensor power(Tensor score) {
        return score.times(alpha - 1)
                .plus(1)
                .maximum(SMALLEST_BASE)
                .power(alpha / (alpha - 1))
                .minus(1)
                .dividedBy(alpha);
    }

    /** The size of scores at which the power reaches e^80, at most {@link org.gan4j.core.gan.LossProperties#LARGE}. */
    private double rangeOfPower() {
        double base = Math.exp(LOG_RANGE * (alpha - 1) / alpha);
        return Math.min(LossProperties.LARGE, (base - 1) / (alpha - 1));
    }

    /** Returns (((1 - alpha) softplus(-s))^(alpha / (alpha - 1)) - 1) / alpha. */
    private Tensor powerOfSoftplus(Tensor score) {
        return score.negate()
                .softplus()
                .times(1 - alpha)
                .log()
                .times(alpha / (alpha - 1))
                .expm1()
                .dividedBy(alpha);
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        String divergence = "(sum p^alpha q^(1 - alpha) - 1) / (alpha (alpha - 1))";
        return new GeneratorFormulas(
                "(1 - sum p^alpha q^(1 - alpha)) / alpha",
                divergence,
                "(1 - sum q^(2 - alpha) p^(alpha - 1)) / (alpha - 1)",
                alpha == 2 ? "KL(p||q)" : "(sum q^(2 - alpha) p^(alpha - 1) - 1) / ((alpha - 1) (alpha - 2))");
    }
}
