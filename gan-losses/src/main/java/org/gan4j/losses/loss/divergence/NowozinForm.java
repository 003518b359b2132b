package org.gan4j.losses.loss.divergence;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.gan4j.core.tensor.Tensor;

/**
 * A divergence as the f-GAN paper trains it: T = g(s), with an increasing activation g onto the range of f', and f*(g(s)).
 * The score is then not always log(p/q).
 *
 * @param optimum the best score, as a formula
 * @param fixedPoint the best score where p = q
 * @param finiteUpTo the size of scores up to which both functions are finite in float32
 * @param activation g(s), element by element
 * @param conjugate f*(g(s)), element by element
 * @see <a href="https://arxiv.org/abs/1606.00709">Nowozin, Cseke and Tomioka, f-GAN, 2016, table 6</a>
 */
public record NowozinForm(
        String optimum,
        double fixedPoint,
        double finiteUpTo,
        UnaryOperator<Tensor> activation,
        UnaryOperator<Tensor> conjugate) {
    /** Checks that nothing is null. */
    public NowozinForm {
        Objects.requireNonNull(optimum, "optimum is null");
        Objects.requireNonNull(activation, "activation is null");
        Objects.requireNonNull(conjugate, "conjugate is null");
    }

    /** Returns the form of a divergence whose activation is f'(e^s) itself, so that the score is log(p/q). */
    static NowozinForm densityRatio(FDivergence divergence) {
        return new NowozinForm("log(p/q)", 0, divergence.finiteUpTo(), divergence::variational, divergence::conjugate);
    }
}
