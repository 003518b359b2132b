package org.gan4j.core.gan.network;

import org.gan4j.core.tensor.Tensor;

/** Reconstruction error: how far a reconstruction is from its sample, one value of at least 0 per sample. */
public enum ReconstructionError {
    /** The mean of (x_i - y_i)^2 over the values of a sample. */
    MEAN_SQUARED {
        @Override
        Tensor ofRows(Tensor differences) {
            return differences.square().meanKeeping(1);
        }
    },

    /** The mean of |x_i - y_i| over the values of a sample. */
    MEAN_ABSOLUTE {
        @Override
        Tensor ofRows(Tensor differences) {
            return differences.abs().meanKeeping(1);
        }
    },

    /** The Euclidean distance |x - y|; where it is 0 its gradient is 0. */
    EUCLIDEAN {
        @Override
        Tensor ofRows(Tensor differences) {
            return differences.norm(1).reshape(-1, 1);
        }
    };

    /**
     * Returns the error of each sample.
     *
     * @param samples shape [N, ...]
     * @param reconstructions one per sample, with as many values each
     * @return shape [N, 1]
     * @throws IllegalArgumentException if a reconstruction has another number of values than its sample
     */
    public Tensor of(Tensor samples, Tensor reconstructions) {
        if (samples.size() != reconstructions.size()) {
            throw new IllegalArgumentException("the samples are " + samples.shape() + ", but their reconstructions are "
                    + reconstructions.shape());
        }
        int count = samples.shape().dim(0);
        return ofRows(samples.reshape(count, -1).minus(reconstructions.reshape(count, -1)));
    }

    abstract Tensor ofRows(Tensor differences);
}
