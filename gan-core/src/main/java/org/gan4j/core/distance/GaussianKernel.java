package org.gan4j.core.distance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.tensor.Tensor;

/**
 * Gaussian mixture kernel: k(x, y) = sum over sigmas of exp(-|x - y|^2 / (2 sigma^2)), from 0 to the number of sigmas,
 * which it reaches where x = y.
 *
 * <p>A distance is recomputed in double precision where its error might change k by more than {@value #TOLERANCE}. That is
 * a bound for the worst case; rounding errors, which mostly cancel, are some hundred times smaller.
 *
 * @param sigmas the widths, in the units of the data, each finite and above 0, at least one
 */
public record GaussianKernel(List<Double> sigmas) {
    static final double TOLERANCE = 1e-3;

    /**
     * Checks the widths.
     *
     * @throws IllegalArgumentException if there is no sigma, or one is not finite and above 0
     */
    public GaussianKernel {
        sigmas = Collections.unmodifiableList(new ArrayList<>(sigmas));
        if (sigmas.isEmpty()) {
            throw new IllegalArgumentException("sigmas is empty: there must be at least one kernel");
        }
        for (double sigma : sigmas) {
            if (!(sigma > 0 && sigma < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("sigmas must be finite and above 0, but are " + sigmas);
            }
        }
    }

    /** Returns k(x, x), the number of sigmas. */
    public int atZero() {
        return sigmas.size();
    }

    /** Returns k at a squared distance. */
    public double at(double squaredDistance) {
        double total = 0;
        for (double sigma : sigmas) {
            total += Math.exp(-squaredDistance * rate(sigma));
        }
        return total;
    }

    /**
     * Returns k(x_i, y_j), shape [N, M], differentiable to any order.
     *
     * @param x shape [N, ...]
     * @param y shape [M, ...] with as many values per sample
     */
    public Tensor between(Tensor x, Tensor y) {
        Tensor distances = PairwiseDistances.of(Pairs.rows(x), Pairs.rows(y), this::settle);
        Tensor total = gaussian(distances, sigmas.get(0));
        for (double sigma : sigmas.subList(1, sigmas.size())) {
            total = total.plus(gaussian(distances, sigma));
        }
        return total;
    }

    /**
     * Recomputes the distances of a row whose errors matter. An error b of a squared distance at least L changes
     * exp(-r L) by at most b r exp(-r L), which is at most b r and b / (e L).
     */
    void settle(DistanceRow row) {
        double steepest = rate(Collections.min(sigmas));
        double bearable = TOLERANCE / atZero();
        if (row.largestBound() * steepest <= bearable) {
            return;
        }
        for (int j = 0; j < row.count(); j++) {
            double bound = row.bound(j);
            double slope = Math.min(steepest, 1 / (Math.E * Math.max(0, row.at(j) - bound)));
            if (!(bound * slope <= bearable)) {
                row.exact(j);
            }
        }
    }

    private static Tensor gaussian(Tensor squaredDistances, double sigma) {
        return squaredDistances.times(-rate(sigma)).exp();
    }

    private static double rate(double sigma) {
        return 1 / (2 * sigma * sigma);
    }
}
