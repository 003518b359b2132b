package org.gan4j.core.nn;

import org.gan4j.core.config.Require;
import org.gan4j.core.tensor.Shape;

/** Checks of settings and shapes. */
public final class Sizes {
    private Sizes() {}

    public static void atLeastOne(String name, int value) {
        Require.that(value >= 1, name, value, "at least 1");
    }

    public static void rank(Layer layer, Shape input, int rank) {
        if (input.rank() != rank) {
            throw new IllegalArgumentException(layer.getClass().getSimpleName() + " takes examples with " + rank
                    + (rank == 1 ? " axis" : " axes") + ", but these have shape " + input
                    + (rank == 1 ? "; put a Flatten before it" : "")
                    + (rank == 3 ? "; put a Reshape to [height, width, channels] before it" : ""));
        }
    }

    /**
     * Returns the shape of images made smaller by a whole factor each way.
     *
     * @throws IllegalArgumentException if they cannot be cut into squares of this size
     */
    public static Shape divided(Layer layer, Shape input, int factor) {
        rank(layer, input, 3);
        if (input.dim(0) % factor != 0 || input.dim(1) % factor != 0) {
            throw new IllegalArgumentException(layer.getClass().getSimpleName() + " makes one pixel of squares of "
                    + factor + " x " + factor + " pixels, which images of shape " + input + " cannot be cut into");
        }
        return Shape.of(input.dim(0) / factor, input.dim(1) / factor, input.dim(2));
    }

    /** Returns the shape of a batch of images with squares of pixels on axes 2 and 4. */
    public static Shape squares(Shape x, int factor) {
        return Shape.of(x.dim(0), x.dim(1) / factor, factor, x.dim(2) / factor, factor, x.dim(3));
    }

    /** Returns a / b, rounded up. */
    public static int dividedUp(int a, int b) {
        return (a + b - 1) / b;
    }

    /** Returns the same shape with another number of coordinates or channels, the last axis. */
    public static Shape withLast(Shape shape, int size) {
        int[] dims = shape.dims();
        dims[dims.length - 1] = size;
        return Shape.of(dims);
    }

    /** Returns the shape of a batch of n examples. */
    public static Shape batch(int n, Shape example) {
        int[] dims = new int[example.rank() + 1];
        dims[0] = n;
        System.arraycopy(example.dims(), 0, dims, 1, example.rank());
        return Shape.of(dims);
    }
}
