package org.gan4j.losses.penalty;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;

/**
 * Gradient penalty: a penalty on the norm of the score's gradient with respect to the sample.
 *
 * <p>P = weight E phi(|grad_x s(x)|), with phi(n) = |n - centre|^power (two-sided) or max(0, n - centre)^power
 * (one-sided). |.| is the Euclidean norm over all values of one sample, whatever its shape; E is the mean over the points
 * that {@code where} names, and over {@code both} half of the mean over real plus half of the mean over fake samples.
 *
 * <p>The score is the raw one, before any sigmoid. No gradient reaches the samples: the points are constants, and only the
 * discriminator is charged. Where the gradient of the score is 0, the norm's derivatives count as 0. The gradient of a
 * sample is that of the sum of all scores, so scores must not depend on other samples of the batch (no batch
 * statistics).
 *
 * <p>Named settings: {@code wgan-gp} (on interpolates, centre 1, weight 10), {@code one-sided-gradient-penalty} (the
 * same, only above 1), {@code dragan} (around the data, centre 1, weight 10), {@code zero-centred-gradient-penalty} (on
 * the data, centre 0, weight 10), {@code wgan-div} (on real and fake, centre 0, power 6, weight 2). {@link R1} and
 * {@link R2} write the weight as gamma / 2. Deviations from the papers: see the constants.
 *
 * @param where the points at which the gradient is taken
 * @param centre the norm that costs nothing, finite and at least 0
 * @param side whether norms below the centre cost something too
 * @param power the exponent, finite and at least 1
 * @param weight the factor, finite and at least 0
 * @see <a href="https://arxiv.org/abs/1704.00028">Gulrajani et al., Improved training of Wasserstein GANs, 2017,
 *     equation 3</a>
 */
@About(
        value = "A penalty on the norm of the score's gradient with respect to each sample.",
        formula = "weight E phi(|grad s|), phi(n) = |n - centre|^power or max(0, n - centre)^power",
        paper = "Gulrajani et al., Improved training of Wasserstein GANs, 2017, https://arxiv.org/abs/1704.00028")
public record GradientPenalty(GradientPoints where, double centre, GradientSide side, double power, double weight)
        implements GradientNormPenalty {
    /**
     * 10 E (|grad s| - 1)^2 on interpolates: Gulrajani et al., Improved training of Wasserstein GANs, 2017, equation 3 and
     * algorithm 1. Deviations: none.
     */
    public static final GradientPenalty WGAN_GP =
            new GradientPenalty(GradientPoints.INTERPOLATE, 1, GradientSide.TWO_SIDED, 2, 10);

    /**
     * 10 E max(0, |grad s| - 1)^2 on interpolates: Petzka, Fischer and Lukovnikov, On the regularization of Wasserstein
     * GANs, 2018 (WGAN-LP). Deviations: none.
     */
    public static final GradientPenalty ONE_SIDED =
            new GradientPenalty(GradientPoints.INTERPOLATE, 1, GradientSide.ONE_SIDED, 2, 10);

    /**
     * 10 E (|grad s| - 1)^2 around the data: Kodali et al., On convergence and stability of GANs, 2017.
     *
     * <p>Deviations: the paper perturbs by normal noise and the code released with it by uniform noise of half a standard
     * deviation, which fits data of any scale and is taken here. That code also draws a point between the sample and its
     * perturbation; the paper does not, and neither does this. Paper and code take the gradient of the probability, this
     * the gradient of the raw score, so that the penalty does not vanish where the discriminator is sure.
     */
    public static final GradientPenalty DRAGAN =
            new GradientPenalty(GradientPoints.DRAGAN, 1, GradientSide.TWO_SIDED, 2, 10);

    /**
     * 10 E |grad s|^2 on the data: the score is at rest on real samples, which thus lie at the bottom of the energy -s.
     * Kumar et al., Maximum entropy generators for energy-based models, 2019, score it so, with weight 10 for images of
     * digits and 0.1 for points in the plane. Deviations: none.
     */
    public static final GradientPenalty ZERO_CENTRED =
            new GradientPenalty(GradientPoints.REAL, 0, GradientSide.TWO_SIDED, 2, 10);

    /**
     * 2 E |grad s|^6 on real and fake samples, half of it each: k = 2 and p = 6 of Wu et al., Wasserstein divergence for
     * GANs, 2018. Deviation: the paper's distribution of points is free and its experiments mix real and fake
     * samples; here they are the real and the fake samples, as in Su's code, which has k / 2 for each.
     */
    public static final GradientPenalty WGAN_DIV =
            new GradientPenalty(GradientPoints.BOTH, 0, GradientSide.TWO_SIDED, 6, 2);

    /** The settings of {@link #WGAN_GP}. */
    public static final GradientPenalty DEFAULTS = WGAN_GP;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if the centre is negative, as norms are not; the power is below 1, where the penalty
     *     has an infinite derivative at the centre; the weight is negative, which would reward large gradients; or one of them is not
     *     finite
     */
    public GradientPenalty {
        Objects.requireNonNull(where, "where is null");
        Objects.requireNonNull(side, "side is null");
        Require.atLeast("centre", centre, 0);
        Require.atLeast("power", power, 1);
        Require.atLeast("weight", weight, 0);
    }

    @Override
    public GradientPenalty canonical() {
        return this;
    }

    @Override
    public GradientPenalty scaled(double factor) {
        return withWeight(weight * factor);
    }

    /** Returns the same penalty with another weight. */
    public GradientPenalty withWeight(double other) {
        return new GradientPenalty(where, centre, side, power, other);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the points are interpolates, and the batches differ in shape
     */
    @Override
    public Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random) {
        List<Tensor> batches = where.of(real.detach(), fake.detach(), random);
        Tensor sum = price(where.scored(score, 0), batches.get(0));
        for (int i = 1; i < batches.size(); i++) {
            sum = sum.plus(price(where.scored(score, i), batches.get(i)));
        }
        return sum.times(weight / batches.size());
    }

    /** Returns the mean of phi over a batch. */
    private Tensor price(UnaryOperator<Tensor> score, Tensor points) {
        Tensor leaf = points.detach().tracked();
        Tensor gradient =
                Gradients.differentiable(score.apply(leaf).sum(), List.of(leaf)).get(0);
        return phi(gradient.reshape(points.shape().dim(0), -1)).mean();
    }

    /** Returns phi of the norm of each row; an even power about 0 needs no root, and is smooth at 0 as it should be. */
    private Tensor phi(Tensor rows) {
        if (centre == 0 && power % 2 == 0) {
            return rows.square().sum(1).power(power / 2);
        }
        Tensor above = rows.norm(1).minus(centre);
        return Powers.of(side == GradientSide.ONE_SIDED ? above.relu() : above.abs(), power);
    }
}
