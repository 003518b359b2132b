package org.gan4j.core.training.scheme;

import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Samples;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Batch t holds the number t. */
record NumberedBatches() implements BatchSource {
    @Override
    public Samples batch(long index) {
        return Samples.of(Tensor.of(Shape.of(1, 1), (float) index));
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public double batchesPerEpoch() {
        return Double.POSITIVE_INFINITY;
    }
}
