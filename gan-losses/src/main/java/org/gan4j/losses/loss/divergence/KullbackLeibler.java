package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.tensor.Tensor;

/**
 * The Kullback-Leibler divergence KL(p||q) = sum p log(p/q): what maximum likelihood minimises.
 *
 * <p>f(u) = u log u, T = s + 1, f*(T) = e^s.
 *
 * <p>A point of the data that the generator misses costs without bound, so the generator covers all of the data, and
 * more. Scores up to 80 stay finite in float32.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The Kullback-Leibler divergence of the data from the generator; covers all of the data.",
        formula = "f(u) = u log u; T = s + 1, f*(T) = e^s",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record KullbackLeibler() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.times(ratio.log());
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.log().plus(1);
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.plus(1);
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.exp();
    }

    @Override
    public double finiteUpTo() {
        return 80;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(new NowozinForm(
                "log(p/q) + 1", 1, 80, score -> score, score -> score.minus(1).exp()));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas("-1", "KL(p||q)", "KL(q||p) - 1", "KL(q||p)");
    }

    @Override
    public String displayName() {
        return "kl";
    }
}
