package org.gan4j.losses.loss;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;

/**
 * Energy loss with a margin: real samples are given low energy, fake ones an energy of at least the margin.
 *
 * <p>L_D = mean(e(s_real)) + mean(max(0, margin - e(s_fake))), L_G = mean(e(s_fake)), where the energy e of a score is
 * softplus(-s) or -s, see {@link EnergyLink}.
 *
 * <p>Scores are raw, shape [N, 1]; both results are scalars. N may differ between real and fake. Fake samples beyond the
 * margin give the discriminator no gradient. With the identity link the scores must not exceed 0, as those of an
 * autoencoder (minus a reconstruction error): otherwise L_D has no lower bound.
 *
 * <p>At the optimum a point has the energy 0 where p &gt; q (with the softplus link in the limit of high scores) and the
 * margin where p &lt; q, and the discriminator's loss is margin (1 - TV(p, q)).
 *
 * <p>Deviations from the paper: the paper's energy is a reconstruction error; the softplus link extends the loss to
 * networks with a free score.
 *
 * @param margin the energy that fake samples are pushed to, finite and above 0
 * @param link how the energy follows from the score
 * @see <a href="https://arxiv.org/abs/1609.03126">Zhao, Mathieu and LeCun, Energy-based GAN, 2017, equations 1 and 2</a>
 */
@About(
        value = "Real samples get low energy, fake ones an energy of at least the margin.",
        formula =
                "L_D = mean(e(s_real)) + mean(max(0, margin - e(s_fake))), L_G = mean(e(s_fake)), e(s) = softplus(-s) or -s",
        paper = "Zhao, Mathieu and LeCun, Energy-based GAN, 2017, https://arxiv.org/abs/1609.03126")
public record EnergyMargin(double margin, EnergyLink link) implements PointwiseLoss {
    /** A margin of 1 and the softplus link. */
    public static final EnergyMargin DEFAULTS = new EnergyMargin(1, EnergyLink.SOFTPLUS);

    /**
     * Checks the margin.
     *
     * @throws IllegalArgumentException if the margin is not finite and above 0: without a margin fake samples would
     *     never matter
     */
    public EnergyMargin {
        Require.above("margin", margin, 0);
        Objects.requireNonNull(link, "link is null");
    }

    @Override
    public Tensor real(Tensor score) {
        return link.energy(score);
    }

    @Override
    public Tensor fake(Tensor score) {
        return link.energy(score).negate().plus(margin).relu();
    }

    @Override
    public Tensor generator(Tensor score) {
        return link.energy(score);
    }

    @Override
    public LossProperties facts() {
        LossProperties energy = LossProperties.of("energy").withCompanions(Companions.CLIPPED_WEIGHTS);
        return (link == EnergyLink.IDENTITY ? energy.needingEnergies() : energy)
                .withFixedPoint(link.score(margin / 2))
                .withOptimum(
                        "energy 0 where p > q, energy margin where p < q",
                        "margin * (sum of q where p < q)",
                        "margin * TV(p, q)");
    }
}
