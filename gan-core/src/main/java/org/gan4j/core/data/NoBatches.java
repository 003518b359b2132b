package org.gan4j.core.data;

import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Batches for games without data: so many scalars 0.
 *
 * @param batchSize how many samples a game that makes some draws
 */
record NoBatches(int batchSize) implements BatchSource {
    @Override
    public Samples batch(long index) {
        if (index < 0) {
            throw new IllegalArgumentException("index must be at least 0, but is " + index);
        }
        return Samples.of(Tensor.zeros(DType.FLOAT32, Shape.of(batchSize)));
    }

    @Override
    public double batchesPerEpoch() {
        return Double.POSITIVE_INFINITY;
    }
}
