package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * The Pearson chi-square divergence sum (p - q)^2 / q.
 *
 * <p>f(u) = (u - 1)^2, T = 2 (e^s - 1), f*(T) = e^(2 s) - 1.
 *
 * <p>Grows with the square of the density ratio, so few samples of the data can dominate a batch. Scores up to 40 stay finite
 * in float32. In the form of the f-GAN paper T is the score itself, f*(T) = T^2 / 4 + T, and no score is too large.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The sum of (p - q)^2 / q; weighs data that the generator misses heavily.",
        formula = "f(u) = (u - 1)^2; T = 2 (e^s - 1), f*(T) = e^(2 s) - 1",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record PearsonChiSquare() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.minus(1).square();
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.minus(1).times(2);
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.expm1().times(2);
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.times(2).expm1();
    }

    @Override
    public double finiteUpTo() {
        return 40;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(new NowozinForm(
                "2 (p/q - 1)",
                0,
                LossProperties.LARGE,
                score -> score,
                score -> score.square().times(0.25).plus(score)));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas("1 - sum p^2 / q", "sum (p - q)^2 / q", "0", "2 KL(p||q)");
    }
}
