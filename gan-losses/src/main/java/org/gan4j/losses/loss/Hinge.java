package org.gan4j.losses.loss;

import org.gan4j.core.config.About;
import org.gan4j.core.gan.Companions;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.penalty.R1;

/**
 * Hinge loss: scores are pushed past a unit margin; samples beyond it give the discriminator no gradient.
 *
 * <p>L_D = mean(max(0, 1 - s_real)) + mean(max(0, 1 + s_fake)), L_G = -mean(s_fake).
 *
 * <p>Scores are raw, shape [N, 1], any real value; both results are scalars. N may differ between real and fake.
 *
 * <p>At the optimum s = sign(p - q) the discriminator's loss is 2 (1 - TV(p, q)) with TV = sum |p - q| / 2; where p = q
 * any score in [-1, 1] is as good. Usually paired with spectral normalisation; scores have no probability reading.
 * Deviations from the paper: none.
 *
 * @see <a href="https://arxiv.org/abs/1705.02894">Lim and Ye, Geometric GAN, 2017, section 3</a>
 */
@About(
        value = "Scores are pushed past a unit margin; samples beyond it give the discriminator no gradient.",
        formula = "L_D = mean(max(0, 1 - s_real)) + mean(max(0, 1 + s_fake)), L_G = -mean(s_fake)",
        paper = "Lim and Ye, Geometric GAN, 2017, https://arxiv.org/abs/1705.02894")
public record Hinge() implements PointwiseLoss {
    @Override
    public Tensor real(Tensor score) {
        return score.negate().plus(1).relu();
    }

    @Override
    public Tensor fake(Tensor score) {
        return score.plus(1).relu();
    }

    @Override
    public Tensor generator(Tensor score) {
        return score.negate();
    }

    @Override
    public LossProperties facts() {
        return LossProperties.of("hinge")
                .withFixedPoint(0)
                .withCompanions(Companions.penalty("r1", R1.DEFAULTS), Companions.SPECTRAL_NORM)
                .withPenalties("consistency")
                .withOptimum("sign(p - q)", "sum q sign(q - p)", "2 TV(p, q)");
    }
}
