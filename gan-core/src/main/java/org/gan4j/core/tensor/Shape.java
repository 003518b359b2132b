package org.gan4j.core.tensor;

import java.util.Arrays;

/**
 * The dimensions of a tensor, outermost first; elements are stored row-major. No dimension is 0, and the shape of a
 * scalar is [].
 */
public final class Shape {
    /** The shape of one number: no axes, one element. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        this.dims = dims;
        long count = 1;
        for (int dim : dims) {
            if (dim < 1) {
                throw new IllegalArgumentException("A dimension must be at least 1, but shape " + Arrays.toString(dims)
                        + " has a dimension " + dim);
            }
            count *= dim;
            if (count > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("Shape " + Arrays.toString(dims) + " has more than "
                        + Integer.MAX_VALUE + " elements; split the data into batches");
            }
        }
        this.size = (int) count;
    }

    /**
     * Returns the shape with the given dimensions.
     *
     * @throws IllegalArgumentException if a dimension is below 1 or the elements are more than an int counts
     */
    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /** Returns a shape around an array that nobody else changes. */
    static Shape owning(int[] dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims);
    }

    /** Returns the number of axes. */
    public int rank() {
        return dims.length;
    }

    /**
     * Returns the dimension of an axis; a negative axis counts from the end, -1 being the last.
     *
     * @throws IllegalArgumentException if there is no such axis
     */
    public int dim(int axis) {
        return dims[axis(axis)];
    }

    /** Returns the number of elements. */
    public int size() {
        return size;
    }

    /** Returns the dimensions in an array of the caller's own. */
    public int[] dims() {
        return dims.clone();
    }

    /** Returns the array itself: for kernels, which do not change it. */
    int[] raw() {
        return dims;
    }

    /** Returns an axis counted from the start. */
    int axis(int axis) {
        int counted = axis < 0 ? axis + dims.length : axis;
        if (counted < 0 || counted >= dims.length) {
            throw new IllegalArgumentException("Shape " + this + " has no axis " + axis + "; its axes are "
                    + (dims.length == 0 ? "none" : "0 to " + (dims.length - 1) + ", or negative from the end"));
        }
        return counted;
    }

    /** Returns which axes are among those given, each at most once. */
    boolean[] marked(int... axes) {
        boolean[] marked = new boolean[dims.length];
        for (int axis : axes) {
            int counted = axis(axis);
            if (marked[counted]) {
                throw new IllegalArgumentException(
                        "Axis " + axis + " is named twice in " + Arrays.toString(axes) + " for shape " + this);
            }
            marked[counted] = true;
        }
        return marked;
    }

    /** Returns this shape with the marked axes of size 1, or left out. */
    Shape reduced(boolean[] marked, boolean keep) {
        int[] result = new int[dims.length];
        int rank = 0;
        for (int i = 0; i < dims.length; i++) {
            if (!marked[i] || keep) {
                result[rank++] = marked[i] ? 1 : dims[i];
            }
        }
        return owning(rank == dims.length ? result : Arrays.copyOf(result, rank));
    }

    /** Returns this shape with another dimension on one axis. */
    Shape with(int axis, int dim) {
        int[] result = dims.clone();
        result[axis(axis)] = dim;
        return owning(result);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Shape shape && Arrays.equals(dims, shape.dims));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    /** Returns the dimensions in brackets, as in [100, 784]. */
    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
