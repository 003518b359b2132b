package org.gan4j.losses.loss.divergence;

import java.util.Optional;
import org.gan4j.core.config.Family;
import org.gan4j.core.config.Names;
import org.gan4j.core.tensor.Tensor;

/**
 * A divergence D_f(p||q) = sum q f(p/q) of the data's density p from the generator's q, with f convex.
 *
 * <p>D_f is the largest value of E_p T - E_q f*(T), reached by T = f'(p/q), where f* is the convex conjugate of f. With
 * the score s for log(p/q) this is T = f'(e^s) and f*(T) = e^s f'(e^s) - f(e^s), so a new divergence needs f and f' and
 * nothing else. The divergence of le Cam, whole:
 *
 * <pre>{@code
 * record LeCam() implements FDivergence {
 *     public Tensor f(Tensor ratio) { return ratio.minus(1).square().dividedBy(ratio.plus(1)); }
 *     public Tensor derivative(Tensor ratio) { return ratio.plus(1).square().reciprocal().times(-4).plus(1); }
 * }
 * }</pre>
 *
 * <p>The divergences here replace {@link #variational} and {@link #conjugate} by the same functions in simpler form,
 * which stay finite and accurate in float32 for more scores: far from p = q the terms of e^s f'(e^s) - f(e^s) nearly
 * cancel.
 */
@Family("f-divergences")
public interface FDivergence {
    /**
     * Returns f(u).
     *
     * @param ratio u = p/q, above 0
     */
    Tensor f(Tensor ratio);

    /**
     * Returns f'(u).
     *
     * @param ratio u = p/q, above 0
     */
    Tensor derivative(Tensor ratio);

    /** Returns T = f'(e^s), of the shape of the scores. */
    default Tensor variational(Tensor score) {
        return derivative(score.exp());
    }

    /** Returns f*(T) = e^s f'(e^s) - f(e^s), of the shape of the scores. */
    default Tensor conjugate(Tensor score) {
        Tensor ratio = score.exp();
        return ratio.times(derivative(ratio)).minus(f(ratio));
    }

    /** Returns the size of scores up to which {@link #variational} and {@link #conjugate} are finite in float32. */
    default double finiteUpTo() {
        return 20;
    }

    /** Tells whether f'' is above 0 everywhere, so that f'(e^s) has a gradient; where not, the score cannot be log(p/q). */
    default boolean strictlyConvex() {
        return true;
    }

    /** Returns an activation with its conjugate in closed form; empty where none is known. */
    default Optional<NowozinForm> nowozinForm() {
        return Optional.empty();
    }

    /** Returns what the generator minimises at the best score, as formulas. */
    default GeneratorFormulas generatorFormulas() {
        return GeneratorFormulas.GENERAL;
    }

    /** Returns what files and titles call the divergence: the name of its class in lower case with hyphens. */
    default String displayName() {
        return Names.kebab(getClass());
    }
}
