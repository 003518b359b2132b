package org.gan4j.losses.penalty;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.transform.Augmentation;
import org.gan4j.losses.transform.Flip;
import org.gan4j.losses.transform.InOrder;
import org.gan4j.losses.transform.Translation;

/**
 * Consistency penalty on scores that change when a sample is changed in ways that should not matter.
 *
 * <p>P = weight mean (s(x) - s(T x))^2, T a random augmentation, drawn for each sample. Over {@code both}, the mean is
 * half of that over real plus half of that over fake samples.
 *
 * <p>The discriminator is not told that T x is data, as it is when data are augmented: the generator does not learn the
 * augmentations when only real samples are looked at. In a discriminator with dropout the two scores have masks of their
 * own, and their difference is priced too. Samples are constants here. The default augmentations are for images
 * [N, H, W, C]; for points use {@code {type: gaussian-noise, deviation: 0.1}}. Deviations from the paper: none.
 *
 * @param where which samples are looked at: real ones in the paper, both in its sequel (balanced consistency)
 * @param augmentation the change T
 * @param weight the factor, finite and at least 0; 10 in the paper
 * @see <a href="https://arxiv.org/abs/1910.12027">Zhang, Zhang, Odena and Lee, Consistency regularization for generative
 *     adversarial networks (CR-GAN), 2020, section 2.2</a>
 */
@About(
        value = "A penalty on scores that change when a sample is shifted, flipped or made noisy.",
        formula = "weight mean (s(x) - s(T x))^2",
        paper =
                "Zhang, Zhang, Odena and Lee, Consistency regularization for GANs, 2020, https://arxiv.org/abs/1910.12027")
public record Consistency(SampleKind where, Augmentation augmentation, double weight) implements Penalty {
    /** Real images, flipped and shifted by up to 4 pixels, weight 10: the paper's best. */
    public static final Consistency DEFAULTS =
            new Consistency(SampleKind.REAL, new InOrder(List.of(Flip.DEFAULTS, Translation.DEFAULTS)), 10);

    /**
     * Checks the weight.
     *
     * @throws IllegalArgumentException if it is negative, which would reward inconsistency, or not finite
     */
    public Consistency {
        Objects.requireNonNull(where, "where is null");
        Objects.requireNonNull(augmentation, "augmentation is null");
        Require.atLeast("weight", weight, 0);
    }

    /** Returns the same penalty with another weight. */
    public Consistency withWeight(double other) {
        return new Consistency(where, augmentation, other);
    }

    @Override
    public Consistency scaled(double factor) {
        return withWeight(weight * factor);
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.gan4j.core.io.UserError if the augmentation is one of images, and the samples are not
     */
    @Override
    public Tensor of(ScoreFunction score, Tensor real, Tensor fake, RandomStream random) {
        List<Tensor> batches = where.of(real.detach(), fake.detach());
        Tensor sum = price(where.scored(score, 0), batches.get(0), random.split(0));
        for (int i = 1; i < batches.size(); i++) {
            sum = sum.plus(price(where.scored(score, i), batches.get(i), random.split(i)));
        }
        return sum.times(weight / batches.size());
    }

    private Tensor price(UnaryOperator<Tensor> score, Tensor samples, RandomStream random) {
        Tensor changed = augmentation.apply(samples, random.split("augmentation"));
        return score.apply(samples).minus(score.apply(changed)).square().mean();
    }
}
