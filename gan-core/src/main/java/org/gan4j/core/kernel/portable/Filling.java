package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;

/** Fills blocks with numbers that depend on their places alone, on several threads where there are many. */
public final class Filling {
    /** How many numbers are asked for at once: places are multiples of it, and counts are no larger. */
    public static final int TILE = 1024;

    /** Numbers by their places; asked for by several threads at once, and in any order. */
    @FunctionalInterface
    public interface Source {
        /**
         * Writes the numbers of the places {@code from} to {@code from + count} to the beginning of an array.
         *
         * @param from a multiple of {@link #TILE}
         * @param to has room for {@link #TILE} numbers, all of which may be written
         * @param count at most {@link #TILE}
         */
        void fill(int from, float[] to, int count);
    }

    private static final int ALONE = Parallel.COSTLY / TILE;

    private Filling() {}

    /** z_i = the number of place i for i &lt; n; z is FLOAT32. */
    public static void fill(Block z, int n, Source source) {
        int tiles = (n + TILE - 1) / TILE;
        Parallel.run(tiles, ALONE, (first, end) -> {
            float[] numbers = Tiles.current().z;
            for (int from = first * TILE; from < Math.min(n, end * TILE); from += TILE) {
                int count = Math.min(TILE, n - from);
                source.fill(from, numbers, count);
                z.write(from, numbers, 0, count);
            }
        });
    }
}
