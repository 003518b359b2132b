package org.gan4j.core.random;

/** Reads the words of a key one after the other, for draws that do not know beforehand how many they need. */
final class WordCursor {
    private final int[] key;
    private final int[] tile = new int[Threefry.TILE];
    private int next = Threefry.TILE;
    private int counter;

    WordCursor(int[] key) {
        this.key = key;
    }

    /** Returns the next word. */
    int next() {
        if (next == Threefry.TILE) {
            Threefry.fill(key, counter, tile);
            counter += Threefry.LANES;
            next = 0;
        }
        return tile[next++];
    }

    /**
     * Returns an integer in [0, bound), each with the same probability.
     *
     * @see <a href="https://arxiv.org/abs/1805.10941">Lemire, Fast random integer generation in an interval, 2019,
     *     Algorithm 5</a>
     */
    int below(int bound) {
        long product = Integer.toUnsignedLong(next()) * bound;
        if (Integer.compareUnsigned((int) product, bound) < 0) {
            int rejected = Integer.remainderUnsigned(-bound, bound);
            while (Integer.compareUnsigned((int) product, rejected) < 0) {
                product = Integer.toUnsignedLong(next()) * bound;
            }
        }
        return (int) (product >>> 32);
    }
}
