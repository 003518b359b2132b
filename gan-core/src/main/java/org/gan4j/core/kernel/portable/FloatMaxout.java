package org.gan4j.core.kernel.portable;

import java.util.Arrays;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;

/** Maxout's kernels for float32 rows that fit into a tile: whole tiles are copied, no element is converted. */
final class FloatMaxout {
    private FloatMaxout() {}

    static void maxWithIndex(Block x, int rows, int pieces, Block value, Block index) {
        int perTile = Tiles.SIZE / pieces;
        Parallel.run(rows, Parallel.COSTLY / pieces, (from, to) -> {
            Tiles tiles = Tiles.current();
            float[][] planes = new float[pieces][perTile];
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                x.read(row * pieces, tiles.x, 0, count * pieces);
                split(tiles.x, count, planes);
                largest(planes, count, tiles.z);
                places(planes, count, tiles.z, tiles.v, tiles.u);
                take(tiles, count, pieces);
                value.write(row, tiles.z, 0, count);
                index.write(row, tiles.u, 0, count);
            }
        });
    }

    /** Puts the first pieces into one array, the second into another: only loops over them become vector instructions. */
    private static void split(float[] x, int rows, float[][] planes) {
        for (int piece = 0; piece < planes.length; piece++) {
            plane(x, piece, planes.length, rows, planes[piece]);
        }
    }

    private static void plane(float[] x, int first, int pieces, int rows, float[] plane) {
        for (int row = 0, i = first; row < rows; row++, i += pieces) {
            plane[row] = x[i];
        }
    }

    private static void largest(float[][] planes, int rows, float[] largest) {
        System.arraycopy(planes[0], 0, largest, 0, rows);
        for (int piece = 1; piece < planes.length; piece++) {
            larger(planes[piece], largest, rows);
        }
    }

    private static void larger(float[] plane, float[] largest, int rows) {
        for (int row = 0; row < rows; row++) {
            largest[row] = Math.max(largest[row], plane[row]);
        }
    }

    /** Counts the pieces before the first that is as large as the largest; NaN where that is not finite. */
    private static void places(float[][] planes, int rows, float[] largest, float[] before, float[] place) {
        Arrays.fill(place, 0, rows, 0f);
        Arrays.fill(before, 0, rows, 1f);
        for (float[] plane : planes) {
            stopAtLargest(plane, largest, before, rows);
            count(before, place, rows);
        }
    }

    /** A comparison of floats would be a branch; the difference, made huge and cut off at 1, tells smaller from equal. */
    private static void stopAtLargest(float[] plane, float[] largest, float[] before, int rows) {
        for (int row = 0; row < rows; row++) {
            before[row] *= Math.min((largest[row] - plane[row]) * FloatUnary.HUGE * FloatUnary.HUGE, 1f);
        }
    }

    private static void count(float[] before, float[] place, int rows) {
        for (int row = 0; row < rows; row++) {
            place[row] += before[row];
        }
    }

    /** Takes the values from their places; where the largest is infinite or NaN, finds its place one by one. */
    private static void take(Tiles tiles, int rows, int pieces) {
        float[] x = tiles.x;
        float[] value = tiles.z;
        float[] place = tiles.u;
        for (int row = 0; row < rows; row++) {
            if (!(place[row] < pieces)) {
                place[row] = first(x, row * pieces, pieces, value[row]);
            }
            value[row] = x[row * pieces + (int) place[row]];
        }
    }

    private static int first(float[] x, int start, int pieces, float largest) {
        int place = 0;
        while (place < pieces - 1 && Float.compare(x[start + place] + 0f, largest + 0f) != 0) {
            place++;
        }
        return place;
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
                scatter(tiles.y, tiles.u, count, pieces, tiles.z);
                z.write(row * pieces, tiles.z, 0, count * pieces);
            }
        });
    }

    private static void scatter(float[] g, float[] place, int rows, int pieces, float[] z) {
        for (int row = 0; row < rows; row++) {
            z[row * pieces + (int) place[row]] = g[row];
        }
    }
}
