package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * The Jensen-Shannon divergence (KL(p||m) + KL(q||m)) / 2 with m = (p + q) / 2.
 *
 * <p>f(u) = (u log u - (u + 1) log((u + 1)/2)) / 2, T = (log 2 - softplus(-s)) / 2, f*(T) = (softplus(s) - log 2) / 2.
 *
 * <p>Symmetric and at most log 2. Deviations from the paper: the table there leaves out the factor 1/2.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "The Jensen-Shannon divergence, with its factor 1/2.",
        formula =
                "f(u) = (u log u - (u + 1) log((u + 1)/2)) / 2; T = (log 2 - softplus(-s)) / 2, f*(T) = (softplus(s) - log 2) / 2",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record JensenShannon() implements FDivergence {
    private static final double LOG_2 = Math.log(2);

    @Override
    public Tensor f(Tensor ratio) {
        return ratio.times(ratio.log())
                .minus(ratio.plus(1).times(ratio.plus(1).times(0.5).log()))
                .times(0.5);
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.times(2).dividedBy(ratio.plus(1)).log().times(0.5);
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.negate().softplus().negate().plus(LOG_2).times(0.5);
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.softplus().minus(LOG_2).times(0.5);
    }

    @Override
    public double finiteUpTo() {
        return LossProperties.LARGE;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(NowozinForm.densityRatio(this));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas(
                "KL(q||m) / 2, m = (p + q) / 2",
                "JSD(p, q)",
                "(KL(q||p) - KL(q||m)) / 2, m = (p + q) / 2",
                "KL(q||p) / 2 - JSD(p, q)");
    }
}
