package org.gan4j.core.gan.finite;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Two distributions on the same finitely many points: p, the data, and q, the generator. A discriminator is one score per
 * point, and expectations are sums, so that losses and divergences are exact up to rounding in float64.
 */
public final class FiniteWorld {
    private static final double SUM_TOLERANCE = 1e-12;

    private final double[] real;
    private final double[] fake;

    private FiniteWorld(double[] real, double[] fake) {
        this.real = real;
        this.fake = fake;
    }

    /**
     * Returns the world of two distributions.
     *
     * @param p the data's probability of each point
     * @param q the generator's probability of each point
     * @throws IllegalArgumentException if the lengths differ, a probability is below 0 or not a number, or a sum is not 1
     *     within 1e-12: expectations would not be those of a distribution
     */
    public static FiniteWorld of(double[] p, double[] q) {
        if (p.length != q.length) {
            throw new IllegalArgumentException("p and q must be on the same points, but p has " + p.length
                    + " probabilities and q has " + q.length);
        }
        return new FiniteWorld(checked("p", p), checked("q", q));
    }

    private static double[] checked(String name, double[] probabilities) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0)) {
                throw new IllegalArgumentException(
                        name + "[" + i + "] must be a probability, at least 0, but is " + probabilities[i]);
            }
            sum += probabilities[i];
        }
        if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
            throw new IllegalArgumentException(
                    name + " must sum to 1 within " + SUM_TOLERANCE + ", but sums to " + sum);
        }
        return probabilities.clone();
    }

    /** Returns the number of points. */
    public int size() {
        return real.length;
    }

    /** Returns the data's probabilities, float64, shape [n, 1]. */
    public Tensor p() {
        return column(real);
    }

    /** Returns the generator's probabilities, float64, shape [n, 1]. */
    public Tensor q() {
        return column(fake);
    }

    /** Returns the data's probability of a point. */
    public double p(int point) {
        return real[point];
    }

    /** Returns the generator's probability of a point. */
    public double q(int point) {
        return fake[point];
    }

    /**
     * Returns what the discriminator minimises if it gives the points these scores, a scalar.
     *
     * @param scores shape [n, 1]
     */
    public Tensor discriminatorLoss(AdversarialLoss loss, Tensor scores) {
        return loss.discriminatorLoss(Scores.weighted(scores, p()), Scores.weighted(scores, q()));
    }

    /**
     * Returns what the generator minimises if the discriminator gives the points these scores, a scalar.
     *
     * @param scores shape [n, 1]
     */
    public Tensor generatorLoss(AdversarialLoss loss, Tensor scores) {
        return loss.generatorLoss(Scores.weighted(scores, p()), Scores.weighted(scores, q()));
    }

    /** Returns what the discriminator minimises if it gives the points these scores. */
    public double discriminatorLoss(AdversarialLoss loss, double... scores) {
        return discriminatorLoss(loss, column(scores)).item();
    }

    /** Returns what the generator minimises if the discriminator gives the points these scores. */
    public double generatorLoss(AdversarialLoss loss, double... scores) {
        return generatorLoss(loss, column(scores)).item();
    }

    /** Returns KL(p, q) = sum p log(p/q) in nats; infinite where q is 0 and p is not. */
    public double kl() {
        return sum(FiniteWorld::relativeEntropy);
    }

    /** Returns KL(q, p) = sum q log(q/p) in nats; infinite where p is 0 and q is not. */
    public double reverseKl() {
        return sum((p, q) -> relativeEntropy(q, p));
    }

    /** Returns JSD = (KL(p, m) + KL(q, m)) / 2 with m = (p + q) / 2, in nats: 0 to log 2. */
    public double jensenShannon() {
        return sum((p, q) -> (relativeEntropy(p, (p + q) / 2) + relativeEntropy(q, (p + q) / 2)) / 2);
    }

    /** Returns TV = sum |p - q| / 2: 0 to 1. */
    public double totalVariation() {
        return sum((p, q) -> Math.abs(p - q) / 2);
    }

    /**
     * Returns D_f(p, q) = sum q f(p/q) on a world in which no point has q = 0 unless it has p = 0.
     *
     * @param f of the density ratio p/q, usually convex with f(1) = 0
     * @throws IllegalStateException if a point has q = 0 and p above 0: its term is p times the limit of f(u)/u, see
     *     {@link #fDivergence(DoubleUnaryOperator, double)}
     */
    public double fDivergence(DoubleUnaryOperator f) {
        return fDivergence(f, Double.NaN);
    }

    /**
     * Returns D_f(p, q) = sum q f(p/q), where a point with q = 0 adds p times the limit of f(u)/u for u to infinity.
     *
     * @param f of the density ratio p/q, usually convex with f(1) = 0
     * @param slopeAtInfinity the limit of f(u)/u, such as 1/2 for the total variation f = |u - 1| / 2
     * @throws IllegalStateException if a point has q = 0 and p above 0, and the limit is not a number
     */
    public double fDivergence(DoubleUnaryOperator f, double slopeAtInfinity) {
        return sum((p, q) -> {
            if (q > 0) {
                return q * f.applyAsDouble(p / q);
            }
            if (p > 0 && Double.isNaN(slopeAtInfinity)) {
                throw new IllegalStateException("a point with q = 0 needs the limit of f(u)/u");
            }
            return p == 0 ? 0 : p * slopeAtInfinity;
        });
    }

    /** Returns the sum of a function of p and q over all points. */
    public double sum(DoubleBinaryOperator ofProbabilities) {
        double sum = 0;
        for (int i = 0; i < real.length; i++) {
            sum += ofProbabilities.applyAsDouble(real[i], fake[i]);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "p = " + Arrays.toString(real) + ", q = " + Arrays.toString(fake);
    }

    private static double relativeEntropy(double of, double to) {
        return of == 0 ? 0 : of * Math.log(of / to);
    }

    private static Tensor column(double[] values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }
}
