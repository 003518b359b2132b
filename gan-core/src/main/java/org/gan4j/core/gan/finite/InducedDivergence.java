package org.gan4j.core.gan.finite;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.gan4j.core.gan.AdversarialLoss;

/**
 * Induced divergence F(q): the functional whose gradient the generator follows while the discriminator is held at its
 * best scores.
 *
 * <p>F(q) = sum p h(q/p), with h'(t) = l_G(s*) at p/q = 1/t and h(1) = 0, where l_G is the generator's term and s* the best
 * score. So dF/dq = l_G(s*) at each point: a small step of the generator lowers F, which is in general not the value V(q)
 * that it reads, its loss at s*. For the hinge loss F is twice the total variation, for minimax 2 JSD.
 *
 * <p>Computed from the loss's own code by quadrature, for losses that look at one score at a time and have a minimum.
 */
public final class InducedDivergence {
    private static final double EDGE = 60;
    private static final double CONVERGED = 1e-6;

    private final ScoreTerms terms;

    private InducedDivergence(ScoreTerms terms) {
        this.terms = terms;
    }

    /**
     * Returns F of a loss; empty if the loss compares scores, so that the best score of a point depends on more than the
     * ratio of the densities there, or if its best scores do not exist.
     */
    public static Optional<InducedDivergence> of(AdversarialLoss loss) {
        return ScoreTerms.of(loss)
                .filter(terms -> PointwiseMinimizer.of(terms, new double[] {0.6, 0.4}, new double[] {0.4, 0.6})
                        .bounded())
                .map(InducedDivergence::new);
    }

    /** Returns F; infinite if it is, and not a number if it is undefined. */
    public double at(FiniteWorld world) {
        double[] ratios = new double[world.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = world.p(i) == 0 ? 1 : world.q(i) / world.p(i);
        }
        double[] h = h(ratios);
        double sum = 0;
        for (int i = 0; i < ratios.length; i++) {
            if (world.p(i) > 0) {
                sum += world.p(i) * h[i];
            } else if (world.q(i) > 0) {
                sum += world.q(i) * generatorTerm(new double[] {0}, new double[] {1})[0];
            }
        }
        return sum;
    }

    /**
     * Returns h(t) at each of these ratios.
     *
     * @param ratios t = q/p, at least 0
     */
    public double[] h(double... ratios) {
        double[] edges = DoubleStream.concat(
                        DoubleStream.of(0), Arrays.stream(ratios).map(InducedDivergence::edge))
                .flatMap(edge -> edge == -EDGE ? DoubleStream.of(edge, edge / 2) : DoubleStream.of(edge))
                .sorted()
                .distinct()
                .toArray();
        int one = Arrays.binarySearch(edges, 0);
        double[] parts = new Quadrature(this::integrand).between(edges);
        double[] integrals = new double[edges.length];
        for (int i = one + 1; i < edges.length; i++) {
            integrals[i] = integrals[i - 1] + parts[i - 1];
        }
        for (int i = one - 1; i >= 0; i--) {
            integrals[i] = integrals[i + 1] - parts[i];
        }
        double[] h = new double[ratios.length];
        for (int i = 0; i < h.length; i++) {
            int edge = Arrays.binarySearch(edges, edge(ratios[i]));
            double left = edges[edge] > -EDGE ? 0 : integrals[0] - integrals[1];
            h[i] = Math.abs(left) > CONVERGED ? Math.signum(left) * Double.POSITIVE_INFINITY : integrals[edge];
        }
        return h;
    }

    /** Returns log t, and for t = 0 a number at which nothing is left of an integral that converges. */
    private static double edge(double ratio) {
        return Math.max(Math.log(ratio), -EDGE) + 0.0;
    }

    /** Returns h'(t) dt/dx at t = e^x. */
    private double[] integrand(double... logarithms) {
        double[] p = new double[logarithms.length];
        double[] q = new double[logarithms.length];
        Arrays.setAll(p, i -> 1 / (1 + Math.exp(logarithms[i])));
        Arrays.setAll(q, i -> 1 / (1 + Math.exp(-logarithms[i])));
        double[] values = generatorTerm(p, q);
        Arrays.setAll(values, i -> values[i] * Math.exp(logarithms[i]));
        return values;
    }

    /** Returns l_G(s*) at points with these weights. */
    private double[] generatorTerm(double[] p, double[] q) {
        return Limits.of(terms.generator(), PointwiseMinimizer.of(terms, p, q));
    }
}
