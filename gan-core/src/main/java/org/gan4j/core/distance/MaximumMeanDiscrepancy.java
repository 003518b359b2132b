package org.gan4j.core.distance;

import org.gan4j.core.tensor.Tensor;

/**
 * Maximum mean discrepancy (MMD): the squared distance of two samples' kernel means,
 * MMD^2 = mean k(x, x') + mean k(y, y') - 2 mean k(x, y).
 *
 * <p>It does not depend on where the origin of the data is, and is NaN only where the data are.
 *
 * @param kernel k
 * @param estimator which pairs of one sample count
 * @see <a href="https://jmlr.org/papers/v13/gretton12a.html">Gretton et al., A kernel two-sample test, 2012, equations 3
 *     and 5</a>
 */
public record MaximumMeanDiscrepancy(GaussianKernel kernel, Estimator estimator) {
    /** Which pairs of one batch count. */
    public enum Estimator {
        /** All, each sample with itself included: never below 0. */
        BIASED,
        /** Those of different samples: right on average, at times below 0. */
        UNBIASED
    }

    /**
     * Returns MMD^2, a scalar, differentiable to any order. Time and memory grow with (N + M)^2.
     *
     * @param x shape [N, ...]
     * @param y shape [M, ...] with as many values per sample
     * @throws IllegalArgumentException if the unbiased estimate is asked of a single sample
     */
    public Tensor squared(Tensor x, Tensor y) {
        Tensor squared =
                within(x).plus(within(y)).minus(kernel.between(x, y).mean().times(2));
        return estimator == Estimator.BIASED
                ? squared.withValues(squared.detach().maximum(0))
                : squared;
    }

    /** Returns the mean of k over the pairs of a sample; each number with itself gives exactly k(x, x) or nothing. */
    private Tensor within(Tensor x) {
        int count = x.shape().dim(0);
        return Pairs.sumOfDistinct(kernel.between(x, x)).plus(own(count)).dividedBy(pairs(count));
    }

    /**
     * Returns the number that {@link #squared} returns, in sums of double precision and in memory that does not grow with
     * N M: for samples that are measured, not learned from.
     *
     * @param x shape [N, ...]
     * @param y shape [M, ...] with as many values per sample
     * @throws IllegalArgumentException if the unbiased estimate is asked of a single sample
     */
    public double squaredValue(Tensor x, Tensor y) {
        SquaredDistances left = SquaredDistances.to(x);
        SquaredDistances right = SquaredDistances.to(y);
        double cross = sum(right, x, false) / left.count() / right.count();
        double squared = (sum(left, x, true) + own(left.count())) / pairs(left.count())
                + (sum(right, y, true) + own(right.count())) / pairs(right.count())
                - 2 * cross;
        return estimator == Estimator.BIASED ? Math.max(0, squared) : squared;
    }

    /** Returns the sum of k over pairs, without those of equal number if both sets are one. */
    private double sum(SquaredDistances centres, Tensor points, boolean same) {
        double[] sums = new double[points.shape().dim(0)];
        centres.forEach(points, row -> {
            kernel.settle(row);
            double sum = 0;
            for (int j = 0; j < row.count(); j++) {
                sum += same && j == row.point() ? 0 : kernel.at(row.at(j));
            }
            sums[row.point()] = sum;
        });
        return total(sums);
    }

    private static double total(double[] sums) {
        double total = 0;
        for (double sum : sums) {
            total += sum;
        }
        return total;
    }

    /** Returns what the pairs of a sample with itself add. */
    private double own(int count) {
        return estimator == Estimator.BIASED ? (double) count * kernel.atZero() : 0;
    }

    /** Returns how many pairs of one set count. */
    private double pairs(int count) {
        if (estimator == Estimator.BIASED) {
            return (double) count * count;
        }
        if (count < 2) {
            throw new IllegalArgumentException(
                    "the unbiased estimate compares different samples of a set, but a set has " + count
                            + "; take a larger one or the biased estimate");
        }
        return (double) count * (count - 1);
    }
}
