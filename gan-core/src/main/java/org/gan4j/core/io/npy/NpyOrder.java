package org.gan4j.core.io.npy;

/** Brings the elements of an npy array into one byte order and one order of axes. */
final class NpyOrder {
    private NpyOrder() {}

    /** Returns the elements little-endian and in C order (last axis fastest); the argument may be changed. */
    static byte[] toLittleEndianC(byte[] elements, NpyHeader header) {
        int width = header.type().bytes();
        if (header.bigEndian()) {
            reverseEach(elements, width);
        }
        return header.fortranOrder() && header.shape().length > 1
                ? transposed(elements, width, header.shape())
                : elements;
    }

    private static void reverseEach(byte[] elements, int width) {
        for (int start = 0; start < elements.length; start += width) {
            for (int i = 0; i < width / 2; i++) {
                byte low = elements[start + i];
                elements[start + i] = elements[start + width - 1 - i];
                elements[start + width - 1 - i] = low;
            }
        }
    }

    /** From first axis fastest to last axis fastest. */
    private static byte[] transposed(byte[] elements, int width, int[] shape) {
        byte[] result = new byte[elements.length];
        int count = elements.length / width;
        int[] index = new int[shape.length];
        int[] stride = new int[shape.length];
        int step = 1;
        for (int axis = 0; axis < shape.length; axis++) {
            stride[axis] = step;
            step *= shape[axis];
        }
        int from = 0;
        for (int to = 0; to < count; to++) {
            System.arraycopy(elements, from * width, result, to * width, width);
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                from += stride[axis];
                if (++index[axis] < shape[axis]) {
                    break;
                }
                from -= stride[axis] * shape[axis];
                index[axis] = 0;
            }
        }
        return result;
    }
}
