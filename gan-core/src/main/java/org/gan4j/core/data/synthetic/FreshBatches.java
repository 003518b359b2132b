package org.gan4j.core.data.synthetic;

import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;

/** Batches drawn afresh: batch t is drawn from {@code random.split(t)}. */
record FreshBatches(Distribution distribution, int batchSize, RandomStream random) implements BatchSource {

    static BatchSource of(Distribution distribution, int batchSize, RandomStream random) {
        if (batchSize < 1) {
            throw new UserError(ExitCode.CONFIGURATION, "the batch size must be at least 1, got " + batchSize);
        }
        return new FreshBatches(distribution, batchSize, random);
    }

    @Override
    public Samples batch(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("batches are numbered from 0, got " + index);
        }
        return distribution.sample(batchSize, random.split(index).replay());
    }

    @Override
    public double batchesPerEpoch() {
        return Double.POSITIVE_INFINITY;
    }
}
