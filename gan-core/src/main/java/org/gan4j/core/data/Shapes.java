package org.gan4j.core.data;

import org.gan4j.core.tensor.Shape;

/** Puts a batch axis in front of the shape of a sample. */
final class Shapes {
    private Shapes() {}

    static Shape batch(int count, Shape sample) {
        int[] dims = new int[sample.rank() + 1];
        dims[0] = count;
        System.arraycopy(sample.dims(), 0, dims, 1, sample.rank());
        return Shape.of(dims);
    }
}
