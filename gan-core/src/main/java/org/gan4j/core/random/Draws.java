package org.gan4j.core.random;

import java.util.Arrays;
import org.gan4j.core.kernel.portable.Filling;

/**
 * Turns the words of a key into numbers, tile by tile.
 *
 * <p>FLOAT32 numbers take one word each and doubles two, in the order of the tiles; a longer draw begins with the
 * numbers of a shorter one.
 */
final class Draws {
    private Draws() {}

    /** The arrays of one thread in which a tile is drawn. */
    private static final class Scratch {
        static final ThreadLocal<Scratch> CURRENT = ThreadLocal.withInitial(Scratch::new);

        final int[] words = new int[Threefry.TILE];
        final float[] numbers = new float[Threefry.TILE];
    }

    static Filling.Source uniform(int[] key, float low, float high) {
        float range = high - low;
        float largest = Math.nextDown(high);
        return (from, to, count) -> {
            int[] tile = words(key, from);
            for (int i = 0; i < Threefry.TILE; i++) {
                to[i] = (tile[i] >>> 8) * 0x1p-24f;
            }
            for (int i = 0; i < Threefry.TILE; i++) {
                to[i] = Math.min(low + range * to[i], largest);
            }
        };
    }

    private static int[] words(int[] key, int from) {
        int[] tile = Scratch.CURRENT.get().words;
        Threefry.fill(key, from / 4, tile);
        return tile;
    }

    static double[] uniform(int[] key, int count, double low, double high) {
        double[] values = new double[count];
        WordCursor words = new WordCursor(key);
        double largest = Math.nextDown(high);
        for (int i = 0; i < count; i++) {
            double unit = (twoWords(words) >>> 11) * 0x1p-53;
            values[i] = Math.min(low + (high - low) * unit, largest);
        }
        return values;
    }

    static Filling.Source normal(int[] key, float mean, float sd) {
        return (from, to, count) -> {
            int[] tile = words(key, from);
            for (int i = 0; i < Threefry.TILE; i++) {
                to[i] = (tile[i] + 0.5f) * 0x1p-32f;
            }
            NormalQuantile.transform(to, Scratch.CURRENT.get().numbers);
            for (int i = 0; i < Threefry.TILE; i++) {
                to[i] = mean + sd * to[i];
            }
        };
    }

    static double[] normal(int[] key, int count, double mean, double sd) {
        double[] values = new double[count];
        WordCursor words = new WordCursor(key);
        for (int i = 0; i < count; i++) {
            long word = twoWords(words);
            double tail = ((word >>> 1) + 0.5) * 0x1p-64;
            double size = NormalQuantile.exceeded(tail);
            values[i] = mean + sd * ((word & 1) == 0 ? size : -size);
        }
        return values;
    }

    /** Draws {@code value} with probability p, else 0. */
    static Filling.Source bernoulli(int[] key, double p, float value) {
        long ones = Math.round(p * 0x1p31);
        if (ones == 1L << 31) {
            return (from, to, count) -> Arrays.fill(to, 0, count, value);
        }
        int threshold = (int) ones;
        return (from, to, count) -> {
            int[] tile = words(key, from);
            for (int i = 0; i < Threefry.TILE; i++) {
                to[i] = (((tile[i] >>> 1) - threshold) >>> 31) * value;
            }
        };
    }

    private static long twoWords(WordCursor words) {
        long high = words.next();
        return (high << 32) | Integer.toUnsignedLong(words.next());
    }
}
