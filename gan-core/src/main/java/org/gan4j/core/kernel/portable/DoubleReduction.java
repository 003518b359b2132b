package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.ReductionKernels.Reduction;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;

/** Reductions and softmax in double precision, over the rows of a walk, for blocks of either element type. */
final class DoubleReduction {
    private static final int SIZE = Tiles.SIZE;

    private DoubleReduction() {}

    /** Reduces each run of {@code length} elements of the walk to one element of z. */
    static void rows(Reduction reduction, Strided view, Block x, int rows, int length, Block z) {
        Parallel.run(rows, Parallel.COSTLY / length, (from, to) -> {
            Tiles tiles = Tiles.current();
            int perTile = Math.max(1, SIZE / length);
            for (int row = from; row < to; row += perTile) {
                int count = Math.min(perTile, to - row);
                if (length > SIZE) {
                    tiles.zDouble[0] = longRow(reduction, tiles, view, x, row, length);
                } else {
                    view.read(x, row * length, tiles.xDouble, count * length);
                    for (int i = 0; i < count; i++) {
                        tiles.zDouble[i] = row(reduction, tiles.xDouble, i * length, length);
                    }
                }
                z.write(row, tiles.zDouble, 0, count);
            }
        });
    }

    /** Replaces each run of {@code length} elements of the walk by its softmax, at the same places of z. */
    static void softmax(Strided view, Block x, int rows, int length, Block z) {
        Tiles tiles = Tiles.current();
        int perTile = Math.max(1, SIZE / length);
        for (int row = 0; row < rows; row += perTile) {
            if (length > SIZE) {
                longSoftmax(tiles, view, x, row, length, z);
                continue;
            }
            int count = Math.min(perTile, rows - row);
            view.read(x, row * length, tiles.xDouble, count * length);
            for (int i = 0; i < count; i++) {
                double max = row(Reduction.MAX, tiles.xDouble, i * length, length);
                double sum = sumOfExp(tiles.xDouble, i * length, length, max);
                normalise(tiles.xDouble, i * length, length, max, sum);
            }
            view.write(z, row * length, tiles.xDouble, count * length);
        }
    }

    private static void longSoftmax(Tiles tiles, Strided view, Block x, int row, int length, Block z) {
        double max = longRow(Reduction.MAX, tiles, view, x, row, length);
        double sum = longSumOfExp(tiles, view, x, row, length, max);
        for (int done = 0; done < length; done += SIZE) {
            int count = Math.min(SIZE, length - done);
            view.read(x, row * length + done, tiles.xDouble, count);
            normalise(tiles.xDouble, 0, count, max, sum);
            view.write(z, row * length + done, tiles.xDouble, count);
        }
    }

    private static void normalise(double[] tile, int offset, int length, double max, double sum) {
        for (int i = offset; i < offset + length; i++) {
            tile[i] = Math.exp(tile[i] - max) / sum;
        }
    }

    private static double row(Reduction reduction, double[] tile, int offset, int length) {
        if (reduction == Reduction.LOG_SUM_EXP) {
            double max = row(Reduction.MAX, tile, offset, length);
            if (Double.isInfinite(max) || Double.isNaN(max)) {
                return max;
            }
            return max + Math.log(sumOfExp(tile, offset, length, max));
        }
        if (reduction == Reduction.SUM) {
            return sum(tile, offset, length);
        }
        double result = tile[offset];
        for (int i = offset + 1; i < offset + length; i++) {
            result = FloatReduction.combine(reduction, result, tile[i]);
        }
        return result;
    }

    /** Pairwise: halves are summed on their own down to 32 elements. */
    private static double sum(double[] tile, int offset, int length) {
        if (length > 32) {
            int half = length / 2;
            return sum(tile, offset, half) + sum(tile, offset + half, length - half);
        }
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += tile[i];
        }
        return sum;
    }

    private static double sumOfExp(double[] tile, int offset, int length, double max) {
        double sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += Math.exp(tile[i] - max);
        }
        return sum;
    }

    private static double longRow(Reduction reduction, Tiles tiles, Strided view, Block x, int row, int length) {
        if (reduction != Reduction.LOG_SUM_EXP) {
            double result = FloatReduction.identity(reduction);
            for (int done = 0; done < length; done += SIZE) {
                int count = Math.min(SIZE, length - done);
                view.read(x, row * length + done, tiles.xDouble, count);
                result = FloatReduction.combine(reduction, result, row(reduction, tiles.xDouble, 0, count));
            }
            return result;
        }
        double max = longRow(Reduction.MAX, tiles, view, x, row, length);
        if (Double.isInfinite(max) || Double.isNaN(max)) {
            return max;
        }
        return max + Math.log(longSumOfExp(tiles, view, x, row, length, max));
    }

    private static double longSumOfExp(Tiles tiles, Strided view, Block x, int row, int length, double max) {
        double sum = 0;
        for (int done = 0; done < length; done += SIZE) {
            int count = Math.min(SIZE, length - done);
            view.read(x, row * length + done, tiles.xDouble, count);
            sum += sumOfExp(tiles.xDouble, 0, count, max);
        }
        return sum;
    }
}
