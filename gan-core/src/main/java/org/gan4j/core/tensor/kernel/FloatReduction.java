package org.gan4j.core.tensor.kernel;

import java.util.Arrays;
import org.gan4j.core.tensor.kernel.ReductionKernels.Reduction;

/**
 * Sums, maxima and minima of floats. A tile is folded in halves three times, which rounds each partial sum three times,
 * and the rest is added up in double precision.
 */
final class FloatReduction {
    private static final int SIZE = Tiles.SIZE;
    private static final int FOLDS = 3;
    private static final int COLUMNS = 256;

    private FloatReduction() {}

    /** Reduces each run of {@code length} elements of the walk to one element of z. */
    static void rows(Reduction reduction, Strided view, Block x, int rows, int length, Block z) {
        if (length > SIZE) {
            Parallel.run(
                    rows, Parallel.CHEAP / length, (from, to) -> longRows(reduction, view, x, from, to, length, z));
            return;
        }
        int perTile = SIZE / length;
        Parallel.run(rows, Parallel.CHEAP / length, (from, to) -> {
            Tiles tiles = Tiles.current();
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                view.read(x, row * length, tiles.x, count * length);
                for (int i = 0; i < count; i++) {
                    tiles.z[i] = (float) row(reduction, tiles.x, i * length, length);
                }
                z.write(row, tiles.z, 0, count);
            }
        });
    }

    private static void longRows(Reduction reduction, Strided view, Block x, int from, int to, int length, Block z) {
        Tiles tiles = Tiles.current();
        for (int row = from; row < to; row++) {
            double result = identity(reduction);
            for (int done = 0; done < length; done += SIZE) {
                int count = Math.min(SIZE, length - done);
                view.read(x, row * length + done, tiles.x, count);
                result = combine(reduction, result, row(reduction, tiles.x, 0, count));
            }
            z.set(row, result);
        }
    }

    /** Reduces the middle of three axes of dense x. */
    static void columns(Reduction reduction, Block x, int outer, int length, int inner, Block z) {
        Tiles tiles = Tiles.current();
        int width = Math.min(inner, COLUMNS);
        for (int o = 0; o < outer; o++) {
            for (int column = 0; column < inner; column += width) {
                int start = o * length * inner + column;
                columnBlock(reduction, tiles, x, start, length, inner, Math.min(width, inner - column));
                z.write(o * inner + column, tiles.zDouble, 0, Math.min(width, inner - column));
            }
        }
    }

    /** Leaves the reduction of {@code width} neighbouring columns in the double tile. */
    private static void columnBlock(
            Reduction reduction, Tiles tiles, Block x, int start, int length, int inner, int width) {
        int perTile = SIZE / width;
        Arrays.fill(tiles.zDouble, 0, width, identity(reduction));
        for (int row = 0; row < length; row += perTile) {
            int rows = Math.min(perTile, length - row);
            if (width == inner) {
                x.read(start + row * inner, tiles.x, 0, rows * width);
            } else {
                for (int i = 0; i < rows; i++) {
                    x.read(start + (row + i) * inner, tiles.x, i * width, width);
                }
            }
            int left = fold(reduction, tiles.x, 0, rows, width, FOLDS);
            for (int i = 0; i < left; i++) {
                accumulate(reduction, tiles.x, i * width, tiles.zDouble, width);
            }
        }
    }

    private static double row(Reduction reduction, float[] tile, int offset, int length) {
        int left = length < 64 ? length : fold(reduction, tile, offset, length, 1, FOLDS);
        if (reduction == Reduction.SUM) {
            return sum(tile, offset, left);
        }
        double result = tile[offset];
        for (int i = 1; i < left; i++) {
            result = combine(reduction, result, tile[offset + i]);
        }
        return result;
    }

    private static double sum(float[] tile, int offset, int length) {
        double even = 0;
        double odd = 0;
        int pairs = length & ~1;
        for (int i = 0; i < pairs; i += 2) {
            even += tile[offset + i];
            odd += tile[offset + i + 1];
        }
        return pairs < length ? even + odd + tile[offset + pairs] : even + odd;
    }

    /** Combines the second half of the rows into the first, so many times; returns the rows that are left. */
    private static int fold(Reduction reduction, float[] tile, int offset, int rows, int width, int times) {
        int left = rows;
        for (int i = 0; i < times && left > 1; i++) {
            int half = (left + 1) / 2;
            int count = (left - half) * width;
            switch (reduction) {
                case SUM -> addHalf(tile, offset, offset + half * width, count);
                case MAX -> maxHalf(tile, offset, offset + half * width, count);
                case MIN -> minHalf(tile, offset, offset + half * width, count);
                case LOG_SUM_EXP -> throw new IllegalArgumentException("LOG_SUM_EXP is computed in double precision");
            }
            left = half;
        }
        return left;
    }

    private static void addHalf(float[] tile, int to, int from, int count) {
        for (int i = 0; i < count; i++) {
            tile[to + i] += tile[from + i];
        }
    }

    private static void maxHalf(float[] tile, int to, int from, int count) {
        for (int i = 0; i < count; i++) {
            tile[to + i] = Math.max(tile[to + i], tile[from + i]);
        }
    }

    private static void minHalf(float[] tile, int to, int from, int count) {
        for (int i = 0; i < count; i++) {
            tile[to + i] = Math.min(tile[to + i], tile[from + i]);
        }
    }

    private static void accumulate(Reduction reduction, float[] tile, int offset, double[] to, int width) {
        if (reduction == Reduction.SUM) {
            for (int i = 0; i < width; i++) {
                to[i] += tile[offset + i];
            }
            return;
        }
        for (int i = 0; i < width; i++) {
            to[i] = combine(reduction, to[i], tile[offset + i]);
        }
    }

    static double identity(Reduction reduction) {
        return switch (reduction) {
            case SUM, LOG_SUM_EXP -> 0;
            case MAX -> Double.NEGATIVE_INFINITY;
            case MIN -> Double.POSITIVE_INFINITY;
        };
    }

    static double combine(Reduction reduction, double a, double b) {
        return switch (reduction) {
            case SUM, LOG_SUM_EXP -> a + b;
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }
}
