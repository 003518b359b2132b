package org.gan4j.losses.penalty;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * GAN-QP's penalty on the difference of scores, relative to the distance of the samples.
 *
 * <p>P = mean over i of (s(x_i) - s(y_i))^2 / (2 lambda d(x_i, y_i)), x_i the i-th real and y_i the i-th fake sample. A
 * pair of equal samples adds 0.
 *
 * <p>Together with the Wasserstein loss, and in the discriminator's part of it only, this is GAN-QP: the best
 * discriminator has |s(x) - s(y)| of at most about lambda d, so nothing else need bound its gradient. The result depends
 * little on lambda. The scores are computed once more for this penalty; in a discriminator with dropout they have masks
 * of their own. Deviations from the paper: none; the mean absolute difference is the released code's distance.
 *
 * @param lambda the scale of scores, finite and above 0; 10 in the paper's code
 * @param distance the distance d of two samples
 * @see <a href="https://arxiv.org/abs/1811.07296">Su, GAN-QP: a novel GAN framework without gradient vanishing and
 *     Lipschitz constraint, 2018</a>
 */
@About(
        value = "A penalty on the difference of the scores of a real and a fake sample, relative to their distance.",
        formula = "mean((s_real - s_fake)^2 / (2 lambda d(x_real, x_fake)))",
        paper = "Su, GAN-QP, 2018, https://arxiv.org/abs/1811.07296")
public record QuadraticPotential(double lambda, PairDistance distance) implements Penalty {
    /** A lambda of 10 and the mean absolute difference, as in the paper's code. */
    public static final QuadraticPotential DEFAULTS = new QuadraticPotential(10, PairDistance.MEAN_ABSOLUTE);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if lambda is not above 0 and finite: the penalty would be infinite, negative or 0
     */
    public QuadraticPotential {
        Objects.requireNonNull(distance, "distance is null");
        Require.above("lambda", lambda, 0);
    }

    /** Tells that the difference of two scores is kept near the distance of their samples. */
    @Override
    public boolean boundsLipschitz() {
        return true;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if there are not as many real as fake samples of one shape: they come in pairs
     */
    @Override
    public Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random) {
        if (!real.shape().equals(fake.shape())) {
            throw new IllegalArgumentException(
                    "the quadratic potential pairs real sample i with fake sample i and needs"
                            + " two batches of one shape, but real is " + real.shape() + " and fake is "
                            + fake.shape());
        }
        int pairs = real.shape().dim(0);
        Tensor difference = score.apply(real.detach()).minus(score.ofFake(fake.detach()));
        Tensor apart = distance.between(real.detach().minus(fake.detach()).reshape(pairs, -1));
        return difference.square().reshape(pairs).times(inverse(apart)).mean().times(0.5 / lambda);
    }

    /** Returns 1 / d, and 0 where d = 0. */
    private static Tensor inverse(Tensor d) {
        Tensor apart = d.greaterThan(0);
        Tensor one = Tensor.ones(d.dtype(), Shape.SCALAR);
        Tensor zero = Tensor.zeros(d.dtype(), Shape.SCALAR);
        return Tensor.where(apart, Tensor.where(apart, d, one).reciprocal(), zero);
    }
}
