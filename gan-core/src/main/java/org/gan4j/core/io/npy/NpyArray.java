package org.gan4j.core.io.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.gan4j.core.io.Sha256;

/**
 * An array as NumPy's files hold it: a shape, an element type, and the elements in C order. Values never change.
 *
 * <p>It is meant for reading and writing, not for arithmetic.
 */
public final class NpyArray {
    private final NpyType type;
    private final int[] shape;
    private final byte[] bytes;

    /** The caller gives the array away: elements little-endian, in C order. */
    NpyArray(NpyType type, int[] shape, byte[] bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /**
     * Returns an array of float32.
     *
     * @throws IllegalArgumentException when the number of values does not fit the shape
     */
    public static NpyArray of(int[] shape, float... values) {
        NpyArray array = zeros(NpyType.FLOAT32, shape, values.length);
        array.buffer().asFloatBuffer().put(values);
        return array;
    }

    /**
     * Returns an array of float64.
     *
     * @throws IllegalArgumentException when the number of values does not fit the shape
     */
    public static NpyArray of(int[] shape, double... values) {
        NpyArray array = zeros(NpyType.FLOAT64, shape, values.length);
        array.buffer().asDoubleBuffer().put(values);
        return array;
    }

    /**
     * Returns an array of int64.
     *
     * @throws IllegalArgumentException when the number of values does not fit the shape
     */
    public static NpyArray of(int[] shape, long... values) {
        NpyArray array = zeros(NpyType.INT64, shape, values.length);
        array.buffer().asLongBuffer().put(values);
        return array;
    }

    private static NpyArray zeros(NpyType type, int[] shape, int count) {
        long size = 1;
        for (int dimension : shape) {
            if (dimension < 0) {
                throw new IllegalArgumentException("shape must not be negative but is " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, (long) dimension);
        }
        if (size != count) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + size + " values but there are " + count);
        }
        return new NpyArray(type, shape.clone(), new byte[Math.multiplyExact(count, type.bytes())]);
    }

    /** Returns the element type. */
    public NpyType type() {
        return type;
    }

    /** Returns the size along each axis; empty for a single number. */
    public int[] shape() {
        return shape.clone();
    }

    /** Returns the number of elements. */
    public int size() {
        return bytes.length / type.bytes();
    }

    /** Returns the elements in C order; float64 and large integers are rounded to the nearest float. */
    public float[] toFloats() {
        float[] values = new float[size()];
        ByteBuffer buffer = buffer();
        if (type == NpyType.FLOAT32) {
            buffer.asFloatBuffer().get(values);
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = type.isFloating() ? (float) floating(buffer, i) : (float) integer(buffer, i);
        }
        return values;
    }

    /** Returns the elements in C order; integers beyond 2^53 are rounded to the nearest double. */
    public double[] toDoubles() {
        double[] values = new double[size()];
        ByteBuffer buffer = buffer();
        for (int i = 0; i < values.length; i++) {
            values[i] = type.isFloating() ? floating(buffer, i) : (double) integer(buffer, i);
        }
        return values;
    }

    /**
     * Returns the elements in C order; a boolean is 0 or 1.
     *
     * @throws IllegalStateException when the elements are floating-point numbers
     */
    public long[] toLongs() {
        if (type.isFloating()) {
            throw new IllegalStateException("the elements are " + type.code() + ", not integers");
        }
        long[] values = new long[size()];
        ByteBuffer buffer = buffer();
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(buffer, i);
        }
        return values;
    }

    /** Returns the SHA-256 of the elements, little-endian and in C order: NumPy's {@code sha256(array.tobytes())}. */
    public String sha256() {
        return Sha256.of(bytes);
    }

    /** Returns the elements little-endian, in C order; not a copy. */
    byte[] bytes() {
        return bytes;
    }

    private ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private double floating(ByteBuffer buffer, int index) {
        return switch (type) {
            case FLOAT16 -> half(buffer.getShort(2 * index));
            case FLOAT32 -> buffer.getFloat(4 * index);
            default -> buffer.getDouble(8 * index);
        };
    }

    private long integer(ByteBuffer buffer, int index) {
        return switch (type) {
            case INT8 -> buffer.get(index);
            case INT16 -> buffer.getShort(2 * index);
            case INT32 -> buffer.getInt(4 * index);
            case UINT16 -> Short.toUnsignedLong(buffer.getShort(2 * index));
            case UINT32 -> Integer.toUnsignedLong(buffer.getInt(4 * index));
            case INT64, UINT64 -> buffer.getLong(8 * index);
            default -> Byte.toUnsignedLong(buffer.get(index));
        };
    }

    /** Sign, 5 bits of exponent, 10 bits of fraction. */
    private static double half(short bits) {
        int exponent = (bits >> 10) & 0x1f;
        int fraction = bits & 0x3ff;
        double magnitude;
        if (exponent == 0x1f) {
            magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            magnitude = Math.scalb((double) fraction, -24);
        } else {
            magnitude = Math.scalb((double) (fraction + 0x400), exponent - 25);
        }
        return bits < 0 ? -magnitude : magnitude;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NpyArray array
                && type == array.type
                && Arrays.equals(shape, array.shape)
                && Arrays.equals(bytes, array.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return type.code() + Arrays.toString(shape);
    }
}
