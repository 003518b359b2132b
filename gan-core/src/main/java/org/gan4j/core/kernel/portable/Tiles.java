package org.gan4j.core.kernel.portable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The arrays of one thread into which kernels copy a tile of each operand. Loops over arrays are turned into vector
 * instructions by the compiler of the JVM, loops over memory outside the heap are not; a tile is small enough to stay in
 * the processor's nearest cache.
 */
final class Tiles {
    /** The most elements of a tile. */
    static final int SIZE = 2048;

    private static final ThreadLocal<Tiles> CURRENT = ThreadLocal.withInitial(Tiles::new);

    final float[] x = new float[SIZE];
    final float[] y = new float[SIZE];
    final float[] z = new float[SIZE];
    final float[] u = new float[SIZE];
    final float[] v = new float[SIZE];
    final FloatMath math = new FloatMath();
    final double[] xDouble = new double[SIZE];
    final double[] yDouble = new double[SIZE];
    final double[] zDouble = new double[SIZE];
    final double[] uDouble = new double[SIZE];
    final double[] vDouble = new double[SIZE];

    private Tiles() {}

    /** Returns the tiles of the calling thread. */
    static Tiles current() {
        return CURRENT.get();
    }

    /** Turns tiles of floats into their bit patterns and back, by a copy through memory, at the speed of a copy. */
    static final class Bits {
        private final FloatBuffer floats;
        private final IntBuffer ints;

        Bits() {
            ByteBuffer memory = ByteBuffer.allocateDirect(SIZE * Float.BYTES).order(ByteOrder.nativeOrder());
            floats = memory.asFloatBuffer();
            ints = memory.asIntBuffer();
        }

        void toInts(float[] from, int[] to, int n) {
            floats.put(0, from, 0, n);
            ints.get(0, to, 0, n);
        }

        void toFloats(int[] from, float[] to, int n) {
            ints.put(0, from, 0, n);
            floats.get(0, to, 0, n);
        }
    }
}
