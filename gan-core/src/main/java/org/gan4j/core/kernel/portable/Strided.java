package org.gan4j.core.kernel.portable;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.gan4j.core.memory.Block;

/**
 * How a block is walked in the order of a shape: element (i_1, ..., i_r) stands at offset + sum_j i_j strides_j. Axes
 * that can be walked as one are merged. Immutable.
 */
final class Strided {
    private static final int SHORT = 6;

    private final int[] dims;
    private final int[] strides;
    private final int offset;
    private final int size;

    private Strided(int[] dims, int[] strides, int offset) {
        this.dims = dims;
        this.strides = strides;
        this.offset = offset;
        int product = 1;
        for (int dim : dims) {
            product *= dim;
        }
        size = product;
    }

    /** The walk over any strides, with axes of size 1 dropped and axes that continue each other merged. */
    static Strided of(int[] dims, int[] strides, int offset) {
        int[] mergedDims = new int[dims.length + 1];
        int[] mergedStrides = new int[dims.length + 1];
        int rank = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            if (dims[axis] == 1) {
                continue;
            }
            if (rank > 0 && mergedStrides[rank - 1] == strides[axis] * dims[axis]) {
                mergedDims[rank - 1] *= dims[axis];
                mergedStrides[rank - 1] = strides[axis];
            } else {
                mergedDims[rank] = dims[axis];
                mergedStrides[rank] = strides[axis];
                rank++;
            }
        }
        if (rank == 0) {
            mergedDims[0] = 1;
            mergedStrides[0] = 1;
            rank = 1;
        }
        return new Strided(Arrays.copyOf(mergedDims, rank), Arrays.copyOf(mergedStrides, rank), offset);
    }

    /** The walk over x in the order of z when x is repeated along axes of size 1, or absent in front. */
    static Strided broadcast(int[] xDims, int[] zDims) {
        int[] dense = denseStrides(xDims);
        int[] strides = new int[zDims.length];
        int absent = zDims.length - xDims.length;
        for (int axis = 0; axis < xDims.length; axis++) {
            if (xDims[axis] != 1) {
                if (xDims[axis] != zDims[absent + axis]) {
                    throw new IllegalArgumentException(
                            Arrays.toString(xDims) + " does not broadcast to " + Arrays.toString(zDims));
                }
                strides[absent + axis] = dense[axis];
            }
        }
        return of(zDims, strides, 0);
    }

    /** The walk over x in the order of x with its axes reordered. */
    static Strided permuted(int[] dims, int[] permutation) {
        int[] dense = denseStrides(dims);
        int[] newDims = new int[dims.length];
        int[] strides = new int[dims.length];
        for (int axis = 0; axis < dims.length; axis++) {
            newDims[axis] = dims[permutation[axis]];
            strides[axis] = dense[permutation[axis]];
        }
        return of(newDims, strides, 0);
    }

    /** The walk over the box of x that begins at {@code begin}. */
    static Strided box(int[] dims, int[] begin, int[] sizes) {
        int[] strides = denseStrides(dims);
        int offset = 0;
        for (int axis = 0; axis < dims.length; axis++) {
            offset += begin[axis] * strides[axis];
        }
        return of(sizes, strides, offset);
    }

    static int[] denseStrides(int[] dims) {
        int[] strides = new int[dims.length];
        int stride = 1;
        for (int axis = dims.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= dims[axis];
        }
        return strides;
    }

    /** Returns how many elements the walk passes. */
    int size() {
        return size;
    }

    /** Copies the elements from the {@code start}-th of the walk on into a tile. */
    void read(Block x, int start, float[] to, int count) {
        Cursor cursor = new Cursor(start);
        FloatBuffer from = x.floats();
        int stride = cursor.stride();
        for (int done = 0; done < count; ) {
            int length = Math.min(cursor.left(), count - done);
            int position = cursor.position;
            if (stride == 0) {
                Arrays.fill(to, done, done + length, from.get(position));
            } else if (stride == 1 && length > SHORT) {
                from.get(position, to, done, length);
            } else {
                for (int i = 0; i < length; i++) {
                    to[done + i] = from.get(position + i * stride);
                }
            }
            cursor.skip(length);
            done += length;
        }
    }

    /** As the other {@code read}, in double precision, for both element types. */
    void read(Block x, int start, double[] to, int count) {
        Cursor cursor = new Cursor(start);
        int stride = cursor.stride();
        for (int done = 0; done < count; ) {
            int length = Math.min(cursor.left(), count - done);
            int position = cursor.position;
            if (stride == 1) {
                x.read(position, to, done, length);
            } else {
                for (int i = 0; i < length; i++) {
                    to[done + i] = x.get(position + i * stride);
                }
            }
            cursor.skip(length);
            done += length;
        }
    }

    /** Copies a tile to the elements from the {@code start}-th of the walk on. */
    void write(Block z, int start, float[] from, int count) {
        Cursor cursor = new Cursor(start);
        FloatBuffer to = z.floats();
        int stride = cursor.stride();
        for (int done = 0; done < count; ) {
            int length = Math.min(cursor.left(), count - done);
            int position = cursor.position;
            if (stride == 1 && length > SHORT) {
                to.put(position, from, done, length);
            } else {
                for (int i = 0; i < length; i++) {
                    to.put(position + i * stride, from[done + i]);
                }
            }
            cursor.skip(length);
            done += length;
        }
    }

    /** As the other {@code write}, in double precision, for both element types. */
    void write(Block z, int start, double[] from, int count) {
        Cursor cursor = new Cursor(start);
        int stride = cursor.stride();
        for (int done = 0; done < count; ) {
            int length = Math.min(cursor.left(), count - done);
            int position = cursor.position;
            if (stride == 1) {
                z.write(position, from, done, length);
            } else {
                for (int i = 0; i < length; i++) {
                    z.set(position + i * stride, from[done + i]);
                }
            }
            cursor.skip(length);
            done += length;
        }
    }

    /** A place in the walk: runs along the last axis, carries into the others. */
    private final class Cursor {
        private final int last = dims.length - 1;
        private final int[] index = new int[dims.length];
        private int position = offset;

        Cursor(int start) {
            int rest = start;
            for (int axis = last; axis >= 0; axis--) {
                index[axis] = rest % dims[axis];
                rest /= dims[axis];
                position += index[axis] * strides[axis];
            }
        }

        int stride() {
            return strides[last];
        }

        int left() {
            return dims[last] - index[last];
        }

        void skip(int length) {
            index[last] += length;
            position += length * strides[last];
            for (int axis = last; axis > 0 && index[axis] == dims[axis]; axis--) {
                index[axis] = 0;
                position += strides[axis - 1] - dims[axis] * strides[axis];
                index[axis - 1]++;
            }
        }
    }
}
