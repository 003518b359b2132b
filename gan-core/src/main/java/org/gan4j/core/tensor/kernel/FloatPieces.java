package org.gan4j.core.tensor.kernel;

import java.util.Arrays;

/** Maxout's kernels for float32 rows that fit into a tile: whole tiles are copied, no element is converted. */
final class FloatPieces {
    private FloatPieces() {}

    static void maxWithIndex(Block x, int rows, int pieces, Block value, Block index) {
        int perTile = Tiles.SIZE / pieces;
        Parallel.run(rows, Parallel.COSTLY / pieces, (from, to) -> {
            Tiles tiles = Tiles.current();
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                x.read(row * pieces, tiles.x, 0, count * pieces);
                argmax(tiles.x, count, pieces, tiles.y, tiles.z);
                value.write(row, tiles.y, 0, count);
                index.write(row, tiles.z, 0, count);
            }
        });
    }

    /**
     * The first of equals; NaN if there is one, at its first place.
     *
     * <p>Elements are compared as integers, whose order is that of the floats with NaN above all, joined with their
     * places, the first the largest: a comparison of floats is a branch, and of maxima the processor cannot foresee it.
     */
    private static void argmax(float[] x, int rows, int pieces, float[] value, float[] place) {
        for (int row = 0; row < rows; row++) {
            int start = row * pieces;
            long best = Long.MIN_VALUE;
            for (int i = 0; i < pieces; i++) {
                int bits = Float.floatToIntBits(x[start + i] + 0f); // -0 + 0 = 0, so that both zeros are equal
                int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
                best = Math.max(best, ((long) ordered << 32) | (Integer.MAX_VALUE - i));
            }
            int at = Integer.MAX_VALUE - (int) best;
            value[row] = x[start + at];
            place[row] = at;
        }
    }

    static void scatterToIndex(Block g, Block index, int rows, int pieces, Block z) {
        int perTile = Tiles.SIZE / pieces;
        Parallel.run(rows, Parallel.COSTLY / pieces, (from, to) -> {
            Tiles tiles = Tiles.current();
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                g.read(row, tiles.y, 0, count);
                index.read(row, tiles.u, 0, count);
                Arrays.fill(tiles.z, 0, count * pieces, 0);
                for (int i = 0; i < count; i++) {
                    tiles.z[i * pieces + (int) tiles.u[i]] = tiles.y[i];
                }
                z.write(row * pieces, tiles.z, 0, count * pieces);
            }
        });
    }
}
