package org.gan4j.core.kernel.portable;

import java.util.Arrays;
import org.gan4j.core.kernel.ReductionKernels.Reduction;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;

/**
 * Sums, maxima and minima of floats. Two tiles are combined, then halves of what is left, pairwise in single precision, and
 * what remains of each tile is added up in double precision. Large operands are cut into parts that depend on their
 * sizes alone, which several threads reduce.
 */
final class FloatReduction {
    private static final int SIZE = Tiles.SIZE;
    /** So many numbers of a row are left to double precision. */
    private static final int LEFT = 32;
    /** The widest rows of which whole ones are read; of wider ones {@link #COLUMNS} columns are reduced at a time. */
    private static final int WIDEST = 512;

    private static final int COLUMNS = 256;
    /** From so many numbers on an operand is cut into parts. */
    private static final int LARGE = 1 << 17;
    /** How many parts a large operand has. */
    private static final int PARTS = 8;

    private FloatReduction() {}

    /** Reduces each run of {@code length} elements of the walk to one element of z. */
    static void rows(Reduction reduction, Strided view, Block x, int rows, int length, Block z) {
        if (length > SIZE) {
            longRows(reduction, view, x, rows, length, z);
            return;
        }
        int perTile = SIZE / length;
        Parallel.run(rows, Parallel.CHEAP / length, (from, to) -> {
            Tiles tiles = Tiles.current();
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                view.read(x, row * length, tiles.x, count * length);
                for (int i = 0; i < count; i++) {
                    tiles.z[i] = (float) row(reduction, tiles, i * length, length);
                }
                z.write(row, tiles.z, 0, count);
            }
        });
    }

    private static void longRows(Reduction reduction, Strided view, Block x, int rows, int length, Block z) {
        int parts = rows >= PARTS || length < LARGE ? 1 : PARTS;
        int part = (length / parts + SIZE) / SIZE * SIZE;
        double[] results = new double[rows * parts];
        Parallel.Piece piece = i -> {
            int from = i % parts * part;
            int to = Math.min(length, from + part);
            results[i] = longPart(reduction, view, x, i / parts * length + from, to - from);
        };
        if ((long) rows * length < Parallel.CHEAP) {
            for (int i = 0; i < results.length; i++) {
                piece.run(i);
            }
        } else {
            Parallel.pieces(results.length, piece);
        }
        for (int row = 0; row < rows; row++) {
            double result = identity(reduction);
            for (int i = 0; i < parts; i++) {
                result = combine(reduction, result, results[row * parts + i]);
            }
            z.set(row, result);
        }
    }

    private static double longPart(Reduction reduction, Strided view, Block x, int start, int length) {
        Tiles tiles = Tiles.current();
        double result = identity(reduction);
        for (int done = 0; done < length; done += 2 * SIZE) {
            int count = Math.min(2 * SIZE, length - done);
            int half = (count + 1) / 2;
            view.read(x, start + done, tiles.x, half);
            view.read(x, start + done + half, tiles.y, count - half);
            combine(reduction, tiles.x, tiles.y, count - half);
            result = combine(reduction, result, row(reduction, tiles, 0, half));
        }
        return result;
    }

    /** Reduces {@code length} numbers of the first tile, which are lost. */
    private static double row(Reduction reduction, Tiles tiles, int offset, int length) {
        int left = length;
        if (length > 2 * LEFT) {
            if (offset > 0) {
                System.arraycopy(tiles.x, offset, tiles.u, 0, length);
            }
            float[] numbers = offset > 0 ? tiles.u : tiles.x;
            left = halve(reduction, numbers, tiles.y, length, 1, LEFT);
            return few(reduction, numbers, 0, left);
        }
        return few(reduction, tiles.x, offset, left);
    }

    /** Combines the second half of the rows with the first until no more than {@code end} are left; returns how many. */
    static int halve(Reduction reduction, float[] numbers, float[] scratch, int rows, int width, int end) {
        int left = rows;
        while (left > end) {
            int half = (left + 1) / 2;
            int count = (left - half) * width;
            System.arraycopy(numbers, half * width, scratch, 0, count);
            combine(reduction, numbers, scratch, count);
            left = half;
        }
        return left;
    }

    private static double few(Reduction reduction, float[] numbers, int offset, int length) {
        double even = identity(reduction);
        double odd = even;
        int pairs = length & ~1;
        for (int i = 0; i < pairs; i += 2) {
            even = combine(reduction, even, numbers[offset + i]);
            odd = combine(reduction, odd, numbers[offset + i + 1]);
        }
        double both = combine(reduction, even, odd);
        return pairs < length ? combine(reduction, both, numbers[offset + pairs]) : both;
    }

    /** Reduces the middle of three axes of dense x. */
    static void columns(Reduction reduction, Block x, int outer, int length, int inner, Block z) {
        int width = inner <= WIDEST ? inner : COLUMNS;
        int blocks = (inner + width - 1) / width;
        boolean large = (long) outer * length * inner >= LARGE;
        int parts = large && outer * blocks < PARTS && length >= PARTS * PARTS ? PARTS : 1;
        double[] results = new double[outer * inner * parts];
        Parallel.Piece piece = i -> {
            int column = i / parts % blocks * width;
            int o = i / parts / blocks;
            Area area = new Area(
                    o * length + (int) ((long) (i % parts) * length / parts),
                    o * length + (int) ((long) (i % parts + 1) * length / parts),
                    column,
                    Math.min(inner, column + width),
                    inner);
            area.reduce(reduction, x, results, (i % parts * outer + o) * inner + column);
        };
        int pieces = outer * blocks * parts;
        if (large) {
            Parallel.pieces(pieces, piece);
        } else {
            for (int i = 0; i < pieces; i++) {
                piece.run(i);
            }
        }
        for (int part = 1; part < parts; part++) {
            for (int i = 0; i < outer * inner; i++) {
                results[i] = combine(reduction, results[i], results[part * outer * inner + i]);
            }
        }
        z.write(0, results, 0, outer * inner);
    }

    /** Rows and columns of a matrix whose rows have {@code inner} numbers. */
    private record Area(int row, int rowEnd, int column, int columnEnd, int inner) {
        void reduce(Reduction reduction, Block x, double[] results, int offset) {
            Tiles tiles = Tiles.current();
            int width = columnEnd - column;
            Arrays.fill(results, offset, offset + width, identity(reduction));
            int perTile = SIZE / width;
            for (int first = row; first < rowEnd; first += 2 * perTile) {
                int rows = Math.min(2 * perTile, rowEnd - first);
                int half = (rows + 1) / 2;
                read(x, first, half, tiles.x);
                read(x, first + half, rows - half, tiles.y);
                combine(reduction, tiles.x, tiles.y, (rows - half) * width);
                int left = halve(reduction, tiles.x, tiles.y, half, width, Math.max(1, perTile / 4));
                for (int i = 0; i < left; i++) {
                    accumulate(reduction, tiles.x, i * width, results, offset, width);
                }
            }
        }

        private void read(Block x, int first, int rows, float[] to) {
            int width = columnEnd - column;
            if (width == inner) {
                x.read(first * inner, to, 0, rows * width);
                return;
            }
            for (int i = 0; i < rows; i++) {
                x.read((first + i) * inner + column, to, i * width, width);
            }
        }
    }

    private static void combine(Reduction reduction, float[] to, float[] from, int count) {
        switch (reduction) {
            case SUM -> add(to, from, count);
            case MAX -> max(to, from, count);
            case MIN -> min(to, from, count);
            case LOG_SUM_EXP -> throw new IllegalArgumentException("LOG_SUM_EXP is computed in double precision");
        }
    }

    private static void add(float[] to, float[] from, int count) {
        for (int i = 0; i < count; i++) {
            to[i] += from[i];
        }
    }

    private static void max(float[] to, float[] from, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = Math.max(to[i], from[i]);
        }
    }

    private static void min(float[] to, float[] from, int count) {
        for (int i = 0; i < count; i++) {
            to[i] = Math.min(to[i], from[i]);
        }
    }

    static void accumulate(Reduction reduction, float[] from, int fromOffset, double[] to, int offset, int width) {
        if (reduction == Reduction.SUM) {
            for (int i = 0; i < width; i++) {
                to[offset + i] += from[fromOffset + i];
            }
            return;
        }
        for (int i = 0; i < width; i++) {
            to[offset + i] = combine(reduction, to[offset + i], from[fromOffset + i]);
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
