package org.gan4j.core.kernel.portable;

import java.util.Arrays;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/** An array on the heap of one element type, into which a kernel copies the piece of a block that it works on. */
interface Workspace {
    /** Returns an array of zeros. */
    static Workspace of(DType dtype, int size) {
        return dtype == DType.FLOAT32 ? new Floats(size) : new Doubles(size);
    }

    /** Copies elements of a block from {@code offset} on to this array from {@code at} on. */
    void read(Block from, int offset, int at, int count);

    /** Copies elements of this array from {@code at} on to a block from {@code offset} on. */
    void write(Block to, int offset, int at, int count);

    /** Sets elements to 0. */
    void clear(int from, int to);

    /** Copies elements from {@code at} on to another array of the same type. */
    void copy(int at, Workspace to, int toAt, int count);

    /** Adds elements from {@code at} on to those of another array of the same type. */
    void add(int at, Workspace to, int toAt, int count);

    /** Numbers of FLOAT32. */
    final class Floats implements Workspace {
        private final float[] numbers;

        private Floats(int size) {
            numbers = new float[size];
        }

        @Override
        public void read(Block from, int offset, int at, int count) {
            from.read(offset, numbers, at, count);
        }

        @Override
        public void write(Block to, int offset, int at, int count) {
            to.write(offset, numbers, at, count);
        }

        @Override
        public void clear(int from, int to) {
            Arrays.fill(numbers, from, to, 0);
        }

        @Override
        public void copy(int at, Workspace to, int toAt, int count) {
            System.arraycopy(numbers, at, ((Floats) to).numbers, toAt, count);
        }

        @Override
        public void add(int at, Workspace to, int toAt, int count) {
            float[] sums = ((Floats) to).numbers;
            for (int i = 0; i < count; i++) {
                sums[toAt + i] += numbers[at + i];
            }
        }
    }

    /** Numbers of FLOAT64. */
    final class Doubles implements Workspace {
        private final double[] numbers;

        private Doubles(int size) {
            numbers = new double[size];
        }

        @Override
        public void read(Block from, int offset, int at, int count) {
            from.read(offset, numbers, at, count);
        }

        @Override
        public void write(Block to, int offset, int at, int count) {
            to.write(offset, numbers, at, count);
        }

        @Override
        public void clear(int from, int to) {
            Arrays.fill(numbers, from, to, 0);
        }

        @Override
        public void copy(int at, Workspace to, int toAt, int count) {
            System.arraycopy(numbers, at, ((Doubles) to).numbers, toAt, count);
        }

        @Override
        public void add(int at, Workspace to, int toAt, int count) {
            double[] sums = ((Doubles) to).numbers;
            for (int i = 0; i < count; i++) {
                sums[toAt + i] += numbers[at + i];
            }
        }
    }
}
