package org.gan4j.losses.penalty;

import org.gan4j.core.tensor.Tensor;

/** Distance of two samples for {@link QuadraticPotential}; samples are taken as rows of values. */
public enum PairDistance {
    /** The sum of absolute differences. */
    L1 {
        @Override
        Tensor between(Tensor difference) {
            return difference.abs().sum(1);
        }
    },

    /** The Euclidean distance. */
    L2 {
        @Override
        Tensor between(Tensor difference) {
            return difference.norm(1);
        }
    },

    /** The mean of absolute differences, which does not grow with the size of samples. */
    MEAN_ABSOLUTE {
        @Override
        Tensor between(Tensor difference) {
            return difference.abs().mean(1);
        }
    };

    /** Returns distances [N] of differences [N, d]. */
    abstract Tensor between(Tensor difference);
}
