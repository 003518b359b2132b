package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.tensor.Tensor;

/**
 * The Neyman chi-square divergence sum (p - q)^2 / p.
 *
 * <p>f(u) = (1 - u)^2 / u, T = 1 - e^(-2 s), f*(T) = 2 - 2 e^-s.
 *
 * <p>Pearson's with p and q exchanged: samples where there is little data weigh heavily. Scores down to -40 stay finite in
 * float32.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The sum of (p - q)^2 / p; weighs samples where there is little data heavily.",
        formula = "f(u) = (1 - u)^2 / u; T = 1 - e^(-2 s), f*(T) = 2 - 2 e^-s",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record NeymanChiSquare() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.minus(1).square().dividedBy(ratio);
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.power(-2).negate().plus(1);
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.times(-2).expm1().negate();
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.negate().expm1().times(-2);
    }

    @Override
    public double finiteUpTo() {
        return 40;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(new NowozinForm(
                "2 log(p/q)",
                0,
                80,
                score -> score.negate().expm1().negate(),
                score -> score.times(-0.5).expm1().times(-2)));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas(
                "2 sum (p - q)^2 / p", "sum (p - q)^2 / p", "sum q^3 / p^2 - 1", "(sum q^3 / p^2 - 1) / 3");
    }
}
