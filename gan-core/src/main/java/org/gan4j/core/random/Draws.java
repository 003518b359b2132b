package org.gan4j.core.random;

import java.util.Arrays;

/**
 * Turns the words of a key into numbers, tile by tile.
 *
 * <p>FLOAT32 numbers take one word each and doubles two, in the order of the tiles; a longer draw begins with the
 * numbers of a shorter one.
 */
final class Draws {
    private Draws() {}

    static float[] uniform(int[] key, int count, float low, float high) {
        float[] values = new float[count];
        int[] tile = new int[Threefry.TILE];
        float[] numbers = new float[Threefry.TILE];
        float range = high - low;
        float largest = Math.nextDown(high);
        for (int from = 0; from < count; from += Threefry.TILE) {
            Threefry.fill(key, from / 4, tile);
            for (int i = 0; i < Threefry.TILE; i++) {
                numbers[i] = (tile[i] >>> 8) * 0x1p-24f;
            }
            for (int i = 0; i < Threefry.TILE; i++) {
                numbers[i] = Math.min(low + range * numbers[i], largest);
            }
            System.arraycopy(numbers, 0, values, from, Math.min(Threefry.TILE, count - from));
        }
        return values;
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

    static float[] normal(int[] key, int count, float mean, float sd) {
        float[] values = new float[count];
        int[] tile = new int[Threefry.TILE];
        float[] numbers = new float[Threefry.TILE];
        float[] scratch = new float[Threefry.TILE];
        for (int from = 0; from < count; from += Threefry.TILE) {
            Threefry.fill(key, from / 4, tile);
            for (int i = 0; i < Threefry.TILE; i++) {
                numbers[i] = (tile[i] + 0.5f) * 0x1p-32f;
            }
            NormalQuantile.transform(numbers, scratch);
            for (int i = 0; i < Threefry.TILE; i++) {
                numbers[i] = mean + sd * numbers[i];
            }
            System.arraycopy(numbers, 0, values, from, Math.min(Threefry.TILE, count - from));
        }
        return values;
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

    static float[] bernoulli(int[] key, int count, double p) {
        float[] values = new float[count];
        int[] tile = new int[Threefry.TILE];
        long ones = Math.round(p * 0x1p31);
        if (ones == 1L << 31) {
            Arrays.fill(values, 1f);
            return values;
        }
        int threshold = (int) ones;
        for (int from = 0; from < count; from += Threefry.TILE) {
            int n = Math.min(Threefry.TILE, count - from);
            Threefry.fill(key, from / 4, tile);
            for (int i = 0; i < n; i++) {
                values[from + i] = ((tile[i] >>> 1) - threshold) >>> 31;
            }
        }
        return values;
    }

    private static long twoWords(WordCursor words) {
        long high = words.next();
        return (high << 32) | Integer.toUnsignedLong(words.next());
    }
}
