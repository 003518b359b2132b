package org.gan4j.core.kernel.portable;

import java.util.Arrays;
import java.util.function.Consumer;
import org.gan4j.core.kernel.NormalisationKernels;
import org.gan4j.core.kernel.ReductionKernels.Reduction;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/**
 * Standardisation of columns in three passes over x, and its gradient in two, as loops over tiles of whole rows; sums as in
 * {@link FloatReduction}. The rows are cut into parts that depend on the sizes alone, which several threads go through.
 */
final class TiledNormalisation implements NormalisationKernels {
    static final NormalisationKernels ONE = new TiledNormalisation();

    private static final int SIZE = Tiles.SIZE;
    private static final int LARGE = 1 << 17;
    private static final int PARTS = 8;
    /** How many columns of a matrix that is wider than a tile are standardised at a time. */
    private static final int PANEL = 256;

    private TiledNormalisation() {}

    @Override
    public void standardise(Block x, int rows, int columns, double epsilon, Block y, Block statistics) {
        if (x.dtype() != DType.FLOAT32) {
            DoubleNormalisation.standardise(x, rows, columns, epsilon, y, statistics);
            return;
        }
        Rows.inPanels(rows, columns, all -> standardise(all, x, epsilon, y, statistics));
    }

    private static void standardise(Rows all, Block x, double epsilon, Block y, Block statistics) {
        double[] mean = all.means((tiles, row, count) -> all.read(x, row, count, tiles.x));
        float[] m = all.repeated(mean);
        double[] variance = all.means((tiles, row, count) -> {
            all.read(x, row, count, tiles.z);
            squaredDeviations(tiles.z, m, tiles.x, count * all.width());
        });
        double[] inverse = new double[variance.length];
        for (int i = 0; i < inverse.length; i++) {
            inverse[i] = 1 / Math.sqrt(variance[i] + epsilon);
        }
        float[] r = all.repeated(inverse);
        all.run((tiles, row, count) -> {
            all.read(x, row, count, tiles.x);
            standardised(tiles.x, m, r, tiles.z, count * all.width());
            all.write(y, row, count, tiles.z);
        });
        statistics.write(all.first(), mean, 0, mean.length);
        statistics.write(all.columns() + all.first(), variance, 0, mean.length);
        statistics.write(2 * all.columns() + all.first(), inverse, 0, mean.length);
    }

    @Override
    public void gradient(Block g, Block y, Block inverse, int rows, int columns, Block z) {
        if (g.dtype() != DType.FLOAT32) {
            DoubleNormalisation.gradient(g, y, inverse, rows, columns, z);
            return;
        }
        Rows.inPanels(rows, columns, all -> gradient(all, g, y, inverse, z));
    }

    private static void gradient(Rows all, Block g, Block y, Block inverse, Block z) {
        double[] means = all.means((tiles, row, count) -> all.read(g, row, count, tiles.x));
        double[] products = all.means((tiles, row, count) -> {
            all.read(g, row, count, tiles.z);
            all.read(y, row, count, tiles.u);
            multiplied(tiles.z, tiles.u, tiles.x, count * all.width());
        });
        double[] factors = new double[means.length];
        inverse.read(all.first(), factors, 0, factors.length);
        float[] s = all.repeated(means);
        float[] p = all.repeated(products);
        float[] r = all.repeated(factors);
        all.run((tiles, row, count) -> {
            int n = count * all.width();
            all.read(g, row, count, tiles.x);
            all.read(y, row, count, tiles.y);
            multiplied(tiles.y, p, tiles.u, n);
            remainder(tiles.x, s, tiles.u, n);
            multiplied(tiles.x, r, tiles.z, n);
            all.write(z, row, count, tiles.z);
        });
    }

    private static void squaredDeviations(float[] x, float[] mean, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            float deviation = x[i] - mean[i];
            z[i] = deviation * deviation;
        }
    }

    private static void standardised(float[] x, float[] mean, float[] inverse, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = (x[i] - mean[i]) * inverse[i];
        }
    }

    private static void multiplied(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * y[i];
        }
    }

    private static void remainder(float[] x, float[] mean, float[] part, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = x[i] - mean[i] - part[i];
        }
    }

    /** What is done with so many rows from one on. */
    @FunctionalInterface
    private interface Tile {
        void run(Tiles tiles, int row, int count);
    }

    /** So many neighbouring columns of a matrix, which are gone through by tiles of whole rows. */
    private record Rows(int rows, int columns, int first, int width) {
        /** Does the same for columns that fill no more than a tile each, on several threads if there are many. */
        static void inPanels(int rows, int columns, Consumer<Rows> work) {
            int width = columns <= SIZE ? columns : PANEL;
            int panels = (columns + width - 1) / width;
            Parallel.pieces(panels, panel -> {
                int first = panel * width;
                work.accept(new Rows(rows, columns, first, Math.min(width, columns - first)));
            });
        }

        private int perTile() {
            return SIZE / width;
        }

        private int parts() {
            boolean few = (long) rows * width < LARGE || width < columns;
            return few ? 1 : Math.min(PARTS, rows);
        }

        private int begin(int part) {
            return (int) ((long) part * rows / parts());
        }

        void read(Block x, int row, int count, float[] to) {
            if (width == columns) {
                x.read(row * columns, to, 0, count * columns);
                return;
            }
            for (int i = 0; i < count; i++) {
                x.read((row + i) * columns + first, to, i * width, width);
            }
        }

        void write(Block z, int row, int count, float[] from) {
            if (width == columns) {
                z.write(row * columns, from, 0, count * columns);
                return;
            }
            for (int i = 0; i < count; i++) {
                z.write((row + i) * columns + first, from, i * width, width);
            }
        }

        void run(Tile tile) {
            Parallel.pieces(parts(), part -> run(part, tile));
        }

        private void run(int part, Tile tile) {
            Tiles tiles = Tiles.current();
            int end = begin(part + 1);
            for (int row = begin(part); row < end; row += perTile()) {
                tile.run(tiles, row, Math.min(perTile(), end - row));
            }
        }

        /** Returns the means over the columns of what {@code tile} leaves in the first tile. */
        double[] means(Tile tile) {
            double[][] partial = new double[parts()][width];
            Parallel.pieces(
                    partial.length,
                    part -> run(part, (tiles, row, count) -> {
                        tile.run(tiles, row, count);
                        int left = FloatReduction.halve(
                                Reduction.SUM, tiles.x, tiles.y, count, width, Math.max(1, perTile() / 4));
                        for (int i = 0; i < left; i++) {
                            FloatReduction.accumulate(Reduction.SUM, tiles.x, i * width, partial[part], 0, width);
                        }
                    }));
            double[] means = partial[0];
            for (int part = 1; part < partial.length; part++) {
                for (int i = 0; i < width; i++) {
                    means[i] += partial[part][i];
                }
            }
            for (int i = 0; i < width; i++) {
                means[i] /= rows;
            }
            return means;
        }

        /** Returns one number per column, as floats, repeated for each row of a tile. */
        float[] repeated(double[] values) {
            float[] all = new float[perTile() * width];
            for (int i = 0; i < width; i++) {
                all[i] = (float) values[i];
            }
            for (int row = 1; row < perTile(); row++) {
                System.arraycopy(all, 0, all, row * width, width);
            }
            return all;
        }
    }

    /** Both in double precision, on one thread. */
    private static final class DoubleNormalisation {
        static void standardise(Block x, int rows, int columns, double epsilon, Block y, Block statistics) {
            for (int column = 0; column < columns; column += SIZE) {
                Panel panel = new Panel(rows, columns, column);
                double[] mean = panel.means(x, (value, i) -> value);
                double[] variance = panel.means(x, (value, i) -> (value - mean[i]) * (value - mean[i]));
                double[] inverse = Arrays.stream(variance)
                        .map(value -> 1 / Math.sqrt(value + epsilon))
                        .toArray();
                panel.map(x, y, (value, unused, i) -> (value - mean[i]) * inverse[i], x);
                statistics.write(column, mean, 0, mean.length);
                statistics.write(columns + column, variance, 0, mean.length);
                statistics.write(2 * columns + column, inverse, 0, mean.length);
            }
        }

        static void gradient(Block g, Block y, Block inverse, int rows, int columns, Block z) {
            for (int column = 0; column < columns; column += SIZE) {
                Panel panel = new Panel(rows, columns, column);
                double[] mean = panel.means(g, (value, i) -> value);
                double[] factors = new double[mean.length];
                inverse.read(column, factors, 0, factors.length);
                double[] product = panel.meansOfProducts(g, y);
                panel.map(
                        g,
                        z,
                        (value, standardised, i) -> (value - mean[i] - standardised * product[i]) * factors[i],
                        y);
            }
        }
    }

    /** A number and the column it stands in. */
    @FunctionalInterface
    private interface Term {
        double of(double value, int column);
    }

    /** A number, the one at its place in another matrix, and the column. */
    @FunctionalInterface
    private interface Mapping {
        double of(double value, double other, int column);
    }

    /** Neighbouring columns of a matrix. */
    private record Panel(int rows, int columns, int first) {
        private int width() {
            return Math.min(SIZE, columns - first);
        }

        double[] means(Block x, Term term) {
            Tiles tiles = Tiles.current();
            double[] means = new double[width()];
            for (int row = 0; row < rows; row++) {
                x.read(row * columns + first, tiles.xDouble, 0, means.length);
                for (int i = 0; i < means.length; i++) {
                    means[i] += term.of(tiles.xDouble[i], i);
                }
            }
            return divided(means);
        }

        double[] meansOfProducts(Block x, Block y) {
            Tiles tiles = Tiles.current();
            double[] means = new double[width()];
            for (int row = 0; row < rows; row++) {
                x.read(row * columns + first, tiles.xDouble, 0, means.length);
                y.read(row * columns + first, tiles.yDouble, 0, means.length);
                for (int i = 0; i < means.length; i++) {
                    means[i] += tiles.xDouble[i] * tiles.yDouble[i];
                }
            }
            return divided(means);
        }

        private double[] divided(double[] sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] /= rows;
            }
            return sums;
        }

        void map(Block x, Block z, Mapping mapping, Block other) {
            Tiles tiles = Tiles.current();
            int width = width();
            for (int row = 0; row < rows; row++) {
                x.read(row * columns + first, tiles.xDouble, 0, width);
                other.read(row * columns + first, tiles.yDouble, 0, width);
                for (int i = 0; i < width; i++) {
                    tiles.zDouble[i] = mapping.of(tiles.xDouble[i], tiles.yDouble[i], i);
                }
                z.write(row * columns + first, tiles.zDouble, 0, width);
            }
        }
    }
}
