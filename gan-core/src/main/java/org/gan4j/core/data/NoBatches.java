package org.gan4j.core.data;

import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Batches for games without data. */
final class NoBatches implements BatchSource {
    static final NoBatches ONE = new NoBatches();

    private NoBatches() {}

    @Override
    public Samples batch(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0, but is " + index);
        }
        return Samples.of(Tensor.of(Shape.of(1), 0f));
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
