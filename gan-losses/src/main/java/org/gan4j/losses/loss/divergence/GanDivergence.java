package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * The divergence of the original game: 2 JSD(p, q) - log 4.
 *
 * <p>f(u) = u log u - (u + 1) log(u + 1), T = -softplus(-s), f*(T) = softplus(s).
 *
 * <p>T = log D and f*(T) = -log(1 - D) for D = sigmoid(s): with a saturating generator this is the minimax loss, with the
 * alternative one the non-saturating loss. f(1) is not 0, so the divergence is -log 4 at p = q.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 1</a>
 */
@About(
        value = "Twice the Jensen-Shannon divergence less log 4: the minimax loss as an f-divergence.",
        formula = "f(u) = u log u - (u + 1) log(u + 1); T = -softplus(-s), f*(T) = softplus(s)",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record GanDivergence() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.times(ratio.log()).minus(ratio.plus(1).times(ratio.log1p()));
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.dividedBy(ratio.plus(1)).log();
    }

    @Override
    public Tensor variational(Tensor score) {
        return score.negate().softplus().negate();
    }

    @Override
    public Tensor conjugate(Tensor score) {
        return score.softplus();
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
                "KL(q||m) - log 2, m = (p + q) / 2",
                "2 JSD(p, q)",
                "KL(q||p) - KL(q||m) + log 2, m = (p + q) / 2",
                "KL(q||p) - 2 JSD(p, q)");
    }
}
