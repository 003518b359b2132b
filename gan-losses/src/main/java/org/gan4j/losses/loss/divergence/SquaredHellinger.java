package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.tensor.Tensor;

/**
 * The squared Hellinger distance sum (sqrt p - sqrt q)^2, without the factor 1/2 that some give it.
 *
 * <p>f(u) = (sqrt u - 1)^2, T = 1 - e^(-s/2), f*(T) = e^(s/2) - 1.
 *
 * <p>Symmetric and at most 2. Scores up to 160 in size stay finite in float32.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The sum of (sqrt p - sqrt q)^2; symmetric and bounded.",
        formula = "f(u) = (sqrt u - 1)^2; T = 1 - e^(-s/2), f*(T) = e^(s/2) - 1",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record SquaredHellinger() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.sqrt().minus(1).square();
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.power(-0.5).negate().plus(1);
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.times(-0.5).expm1().negate();
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.times(0.5).expm1();
    }

    @Override
    public double finiteUpTo() {
        return 160;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(new NowozinForm(
                "log(p/q) / 2", 0, 80, score -> score.negate().expm1().negate(), score -> score.expm1()));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas(
                "1 - sum sqrt(p q)",
                "sum (sqrt p - sqrt q)^2",
                "sum q^(3/2) / p^(1/2) - 1",
                "2/3 (sum q^(3/2) / p^(1/2) - 1)");
    }
}
