package org.gan4j.core.gan.finite;

import java.util.Arrays;
import java.util.Optional;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * The scores that minimise the discriminator's loss on a finite world, found from the loss's own code, with its gradient
 * by automatic differentiation.
 *
 * <p>A loss that looks at one score at a time is minimised point by point, where p real'(s) + q fake'(s) changes its
 * sign: at a root, at a kink, or, where the loss only falls towards a limit, at infinity. Where every score of an interval
 * is best, the one nearest to 0 is taken. A loss that compares scores with each other is minimised over the whole vector;
 * where only differences count, the mean score is 0.
 */
public final class OptimalDiscriminator {
    private final AdversarialLoss loss;
    private final FiniteWorld world;
    private final Optional<ScoreTerms> terms;
    private final Minimum minimum;

    private OptimalDiscriminator(AdversarialLoss loss, FiniteWorld world, Optional<ScoreTerms> terms, Minimum minimum) {
        this.loss = loss;
        this.world = world;
        this.terms = terms;
        this.minimum = minimum;
    }

    /**
     * Finds the best scores.
     *
     * @throws ArithmeticException if the search over the whole vector does not converge, as on a loss that compares
     *     scores and is neither smooth nor convex
     */
    public static OptimalDiscriminator of(AdversarialLoss loss, FiniteWorld world) {
        Optional<ScoreTerms> terms = ScoreTerms.of(loss);
        Minimum minimum = terms.isPresent()
                ? PointwiseMinimizer.of(
                        terms.get(), world.p().toDoubles(), world.q().toDoubles())
                : NewtonMinimizer.of(loss, world);
        return new OptimalDiscriminator(loss, world, terms, minimum);
    }

    /**
     * Returns the best score of a point for each density ratio, infinite where the loss only falls towards a limit; empty
     * if the loss compares scores, so that the best score depends on more than the ratio, or if it has no lower limit.
     *
     * @param ratios p/q, at least 0
     */
    public static Optional<double[]> atRatios(AdversarialLoss loss, double... ratios) {
        double[] p = Arrays.stream(ratios).map(ratio -> ratio / (1 + ratio)).toArray();
        double[] q = Arrays.stream(ratios).map(ratio -> 1 / (1 + ratio)).toArray();
        return ScoreTerms.of(loss)
                .map(terms -> PointwiseMinimizer.of(terms, p, q))
                .filter(Minimum::bounded)
                .map(Minimum::scores);
    }

    /**
     * Tells whether the loss has no lower limit: then no scores are best, and {@link #scores} only says in which direction
     * the loss falls.
     */
    public boolean isUnbounded() {
        return !minimum.bounded();
    }

    /** Tells whether the minimum is taken at finite scores, and not only approached. */
    public boolean isAttained() {
        return minimum.bounded() && Arrays.stream(minimum.scores()).allMatch(Double::isFinite);
    }

    /** Returns the best score of each point, infinite where the loss only falls towards a limit. */
    public double[] scores() {
        return minimum.scores().clone();
    }

    /** Returns the best scores as shape [n, 1], with finite ones that reach the limit within rounding for infinite ones. */
    public Tensor tensor() {
        return Tensor.of(Shape.of(world.size(), 1), minimum.representatives());
    }

    /** Tells whether the best score of a point stands at a kink, where the slope jumps from below 0 to above. */
    public boolean isAtKink(int point) {
        return minimum.kinks()[point];
    }

    /** Returns the discriminator's loss at the best scores or its limit there; minus infinity if it has none. */
    public double value() {
        if (isUnbounded()) {
            return Double.NEGATIVE_INFINITY;
        }
        if (terms.isEmpty()) {
            return world.discriminatorLoss(loss, minimum.representatives());
        }
        return Limits.mean(terms.get().real(), minimum, world.p().toDoubles())
                + Limits.mean(terms.get().fake(), minimum, world.q().toDoubles());
    }

    /**
     * Returns V(q), the generator's loss at the best scores or its limit there; infinite if it grows without end, and not
     * a number if the discriminator's loss is unbounded.
     */
    public double generatorLoss() {
        if (isUnbounded()) {
            return Double.NaN;
        }
        return terms.isEmpty()
                ? world.generatorLoss(loss, minimum.representatives())
                : Limits.mean(terms.get().generator(), minimum, world.q().toDoubles());
    }
}
