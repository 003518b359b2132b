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

    /** The first of equals; NaN if there is one, at its first place. */
    private static void argmax(float[] x, int rows, int pieces, float[] value, float[] place) {
        for (int row = 0; row < rows; row++) {
            int start = row * pieces;
            float best = x[start];
            int at = 0;
            for (int i = 1; i < pieces; i++) {
                float candidate = x[start + i];
                if (!(candidate <= best) && !Float.isNaN(best)) {
                    best = candidate;
                    at = i;
                }
            }
            value[row] = best;
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
