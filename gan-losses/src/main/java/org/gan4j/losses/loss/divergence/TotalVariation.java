package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.tensor.Tensor;

/**
 * The total variation sum |p - q| / 2.
 *
 * <p>f(u) = |u - 1| / 2, T = tanh(s) / 2, f*(T) = T.
 *
 * <p>Symmetric and at most 1. f' is the step sign(u - 1) / 2, through which no gradient passes, so T is put through a
 * smooth activation instead; the best scores are at infinity, +inf where p &gt; q and -inf where p &lt; q.
 *
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 6</a>
 */
@About(
        value = "Half the sum of |p - q|; the best scores are at infinity.",
        formula = "f(u) = |u - 1| / 2; T = tanh(s) / 2, f*(T) = T",
        paper = "Nowozin, Cseke and Tomioka, f-GAN, 2016, https://arxiv.org/abs/1606.00709")
public record TotalVariation() implements FDivergence {
    @Override
    public Tensor f(Tensor ratio) {
        return ratio.minus(1).abs().times(0.5);
    }

    @Override
    public Tensor derivative(Tensor ratio) {
        return ratio.minus(1).sign().times(0.5);
    }

    @Override
    public boolean strictlyConvex() {
        return false;
    }

    @Override
    public Optional<NowozinForm> nowozinForm() {
        return Optional.of(new NowozinForm(
                "+inf where p > q, -inf where p < q",
                0,
                LossProperties.LARGE,
                TotalVariation::halfTanh,
                TotalVariation::halfTanh));
    }

    @Override
    public GeneratorFormulas generatorFormulas() {
        return new GeneratorFormulas("sum q sign(q - p) / 2", "TV(p, q)", "sum q sign(q - p) / 2", "TV(p, q)");
    }

    /** tanh(s) / 2 = sigmoid(2 s) - 1/2 = 1/2 - sigmoid(-2 s), by the one whose gradient does not cancel. */
    private static Tensor halfTanh(Tensor score) {
        Tensor below = score.times(2).sigmoid().minus(0.5);
        Tensor above = score.times(-2).sigmoid().negate().plus(0.5);
        return Tensor.where(score.lessThan(0), below, above);
    }
}
