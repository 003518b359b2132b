package org.gan4j.losses.game;

import java.util.List;
import org.gan4j.core.tensor.Tensor;

/**
 * Maximum mean discrepancy (MMD): the squared distance of two samples' kernel means, for the kernel k(x, y) = sum over
 * sigmas of exp(-|x - y|^2 / (2 sigma^2)).
 */
record MaximumMeanDiscrepancy(List<Double> sigmas, MomentMatching.Estimator estimator) {
    /**
     * Returns MMD^2, a scalar.
     *
     * @param x shape [N, ...]
     * @param y shape [M, ...] with as many values per sample
     * @throws IllegalArgumentException if the unbiased estimate is asked of a single sample
     */
    Tensor squared(Tensor x, Tensor y) {
        Tensor left = Pairs.rows(x);
        Tensor right = Pairs.rows(y);
        return within(left).plus(within(right)).minus(kernel(left, right).mean().times(2));
    }

    /** Returns the mean of k over the pairs of a sample; each number with itself gives exactly k(x, x) or nothing. */
    private Tensor within(Tensor x) {
        double count = x.shape().dim(0);
        Tensor distinct = Pairs.sumOfDistinct(kernel(x, x));
        if (estimator == MomentMatching.Estimator.BIASED) {
            return distinct.plus(count * sigmas.size()).dividedBy(count * count);
        }
        requirePairs(x.shape().dim(0));
        return distinct.dividedBy(count * (count - 1));
    }

    /** Returns k(x_i, y_j), shape [N, M]. */
    private Tensor kernel(Tensor x, Tensor y) {
        Tensor distances = x.square()
                .sumKeeping(1)
                .plus(y.square().sumKeeping(1).transpose())
                .minus(x.matmul(y, false, true).times(2));
        Tensor total = gaussian(distances, sigmas.get(0));
        for (double sigma : sigmas.subList(1, sigmas.size())) {
            total = total.plus(gaussian(distances, sigma));
        }
        return total;
    }

    private static Tensor gaussian(Tensor squaredDistances, double sigma) {
        return squaredDistances.times(-1 / (2 * sigma * sigma)).exp();
    }

    static void requirePairs(int count) {
        if (count < 2) {
            throw new IllegalArgumentException(
                    "the unbiased estimate compares the samples of a batch, but batchSize is " + count
                            + "; take a larger one or estimator: biased");
        }
    }
}
