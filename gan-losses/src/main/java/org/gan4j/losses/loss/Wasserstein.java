package org.gan4j.losses.loss;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.QuadraticPotential;

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
 * <p>The same difference of means stands for other things with other bounds, see {@link Variant}; the formula does not
 * change.
 *
 * @param reading what the difference of means stands for, and so what is to bound the critic
 * @see <a href="https://arxiv.org/abs/1701.07875">Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017, algorithm 1</a>
 */
@About(
        value = "The critic widens the gap between mean scores, the generator closes it; needs a Lipschitz critic.",
        formula = "L_D = mean(s_fake) - mean(s_real), L_G = -mean(s_fake)",
        paper = "Arjovsky, Chintala and Bottou, Wasserstein GAN, 2017, https://arxiv.org/abs/1701.07875")
public record Wasserstein(Variant reading) implements PointwiseLoss {
    /** What the difference of mean scores stands for. */
    public enum Variant {
        /** The Wasserstein-1 distance, if the critic is 1-Lipschitz. */
        DISTANCE("wasserstein"),
        /**
         * The energy -s of an energy model whose negative samples a generator makes: the gradient at real samples is to be 0.
         *
         * @see <a href="https://arxiv.org/abs/1901.08508">Kumar et al., Maximum Entropy Generators, 2019</a>
         */
        ENERGY("energy-difference"),
        /**
         * The Wasserstein divergence, with a power of the gradient norm as its other part.
         *
         * @see <a href="https://arxiv.org/abs/1712.01026">Wu et al., Wasserstein Divergence for GANs, 2018</a>
         */
        DIVERGENCE("wgan-div"),
        /**
         * The quadratic potential, with squared differences of scores per distance of samples as its other part.
         *
         * @see <a href="https://arxiv.org/abs/1811.07296">Su, GAN-QP, 2018</a>
         */
        QUADRATIC("gan-qp");

        private final String displayName;

        Variant(String displayName) {
            this.displayName = displayName;
        }
    }

    /** The distance. */
    public static final Wasserstein DEFAULTS = new Wasserstein(Variant.DISTANCE);

    /** Checks that the reading is there. */
    public Wasserstein {
        Objects.requireNonNull(reading, "reading is null");
    }

    /** Makes the loss of the distance. */
    public Wasserstein() {
        this(Variant.DISTANCE);
    }

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
    public LossProperties facts() {
        LossProperties facts = LossProperties.of("mean difference")
                .withDegree(1)
                .withFixedPoint(0)
                .needingLipschitz()
                .withCompanions(companions());
        return reading == Variant.DISTANCE
                ? facts.withPenalties("one-sided-gradient-penalty")
                        .withOptimum(
                                "among 1-Lipschitz scores a Kantorovich potential, unique up to a constant",
                                "-sum q s*",
                                "W_1(p, q)")
                : facts;
    }

    private Companions[] companions() {
        return switch (reading) {
            case DISTANCE ->
                new Companions[] {Companions.CLIPPED_WEIGHTS, Companions.penalty("wgan-gp", GradientPenalty.WGAN_GP)};
            case ENERGY ->
                new Companions[] {Companions.penalty("zero-centred-gradient-penalty", GradientPenalty.ZERO_CENTRED)};
            case DIVERGENCE ->
                new Companions[] {
                    Companions.penalty("wgan-div", GradientPenalty.WGAN_DIV).asPartOfLoss()
                };
            case QUADRATIC ->
                new Companions[] {
                    Companions.penalty("quadratic-potential", QuadraticPotential.DEFAULTS)
                            .asPartOfLoss()
                };
        };
    }

    @Override
    public String displayName() {
        return reading.displayName;
    }
}
