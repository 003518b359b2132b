package org.gan4j.losses.loss.divergence;

import org.gan4j.core.config.About;
import org.gan4j.core.tensor.Tensor;

/**
 * Jeffrey's divergence KL(p||q) + KL(q||p).
 *
 * <p>f(u) = (u - 1) log u, T = s + 1 - e^-s, f*(T) = s + e^s - 1.
 *
 * <p>Symmetric; costs without bound both what the generator misses and what it makes up. Scores up to 80 in size stay finite
 * in float32. As a function of T the conjugate needs Lambert's W, so there is no other form.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The sum of both Kullback-Leibler divergences.",
        formula = "f(u) = (u - 1) log u; T = s + 1 - e^-s, f*(T) = s + e^s - 1",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record Jeffrey() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.minus(1).times(ratio.log());
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.log().plus(1).minus(ratio.reciprocal());
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.minus(score.negate().expm1());
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.plus(score.expm1());
    }

    @Override
    public double finiteUpTo() {
        return 80;
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas(
                "KL(q||p)", "KL(p||q) + KL(q||p)", "KL(q||p) - 1 + sum q^2 / p", "KL(q||p) + (sum q^2 / p - 1) / 2");
    }
}
