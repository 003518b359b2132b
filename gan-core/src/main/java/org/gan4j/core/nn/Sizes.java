package org.gan4j.core.nn;

import org.gan4j.core.config.Require;
import org.gan4j.core.tensor.Shape;

/** Checks of settings and shapes. */
final class Sizes {
    private Sizes() {}

    static void atLeastOne(String name, int value) {
        Require.that(value >= 1, name, value, "at least 1");
    }

    static void rank(Layer layer, Shape input, int rank) {
        if (input.rank() != rank) {
            throw new IllegalArgumentException(layer.getClass().getSimpleName() + " takes examples with " + rank
                    + (rank == 1 ? " axis" : " axes") + ", but these have shape " + input
                    + (rank == 1 ? "; put a Flatten before it" : "")
                    + (rank == 3 ? "; put a Reshape to [height, width, channels] before it" : ""));
        }
    }

    /** Returns a / b, rounded up. */
    static int dividedUp(int a, int b) {
        return (a + b - 1) / b;
    }

    /** Returns the same shape with another number of coordinates or channels, the last axis. */
    static Shape withLast(Shape shape, int size) {
        int[] dims = shape.dims();
        dims[dims.length - 1] = size;
        return Shape.of(dims);
    }

    /** Returns the shape of a batch of n examples. */
    static Shape batch(int n, Shape example) {
        int[] dims = new int[example.rank() + 1];
        dims[0] = n;
        System.arraycopy(example.dims(), 0, dims, 1, example.rank());
        return Shape.of(dims);
    }
}
