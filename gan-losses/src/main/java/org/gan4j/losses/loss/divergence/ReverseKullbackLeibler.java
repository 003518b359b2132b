package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.tensor.Tensor;

/**
 * The reverse Kullback-Leibler divergence KL(q||p) = sum q log(q/p).
 *
 * <p>f(u) = -log u, T = -e^-s, f*(T) = s - 1.
 *
 * <p>A sample where there is no data costs without bound, so the generator stays within the data and may leave out parts of
 * it. Scores down to -80 stay finite in float32.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The Kullback-Leibler divergence of the generator from the data; stays within the data.",
        formula = "f(u) = -log u; T = -e^-s, f*(T) = s - 1",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record ReverseKullbackLeibler() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.log().negate();
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.reciprocal().negate();
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.negate().exp().negate();
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.minus(1);
    }

    @Override
    public double finiteUpTo() {
        return 80;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(NowozinForm.densityRatio(this));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas("1 + KL(q||p)", "KL(q||p)", "sum q^2 / p", "(sum q^2 / p - 1) / 2");
    }

    @Override
    public String displayName() {
        return "reverse-kl";
    }
}
