package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.gan4j.core.kernel.portable.PortableKernels;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    private static final int[][] SIZES = {
        {2, 1},
        {2, 3},
        {7, 2},
        {64, 5},
        {300, 64},
        {33, 2048},
        {5, 2049},
        {3, 5000},
        {3136, 128},
        {150_001, 1},
        {9000, 17}
    };

    private final NormalisationKernels kernels = new PortableKernels().normalisation();

    @Test
    void standardisationAndItsGradientAgreeWithPlainLoops() {
        for (DType dtype : DType.values()) {
            double tolerance = dtype == DType.FLOAT32 ? 3e-6 : 1e-12;
            for (int[] size : SIZES) {
                int n = size[0];
                int c = size[1];
                Random random = new Random(n + c);
                double[] numbers = Cases.normal(random, n * c);
                Arrays.setAll(numbers, i -> (float) (numbers[i] * (1 + i % c % 5) + i % c % 7));
                Block x = Cases.of(dtype, numbers);
                Block g = Cases.of(dtype, Cases.normal(random, n * c));
                Block y = Memory.allocate(dtype, n * c);
                Block z = Memory.allocate(dtype, n * c);
                Block statistics = Memory.allocate(dtype, 3 * c);
                Block inverse = Memory.allocate(dtype, c);
                kernels.standardise(x, n, c, 0.1, y, statistics);
                double[] found = Cases.read(statistics, 3 * c);
                inverse.write(0, found, 2 * c, c);
                kernels.gradient(g, y, inverse, n, c, z);
                double[] standardised = Cases.read(y, n * c);
                double[] gradients = Cases.read(g, n * c);
                double[] results = Cases.read(z, n * c);
                for (int column = 0; column < c; column += c > 60 ? 31 : 1) {
                    check(new Column(size, column, found), numbers, standardised, tolerance);
                    checkGradient(new Column(size, column, found), gradients, standardised, results, tolerance);
                }
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // read entry by entry, never compared
    private record Column(int[] size, int column, double[] statistics) {
        double of(double[] matrix, int row) {
            return matrix[row * size[1] + column];
        }

        double statistic(int which) {
            return statistics[which * size[1] + column];
        }

        int rows() {
            return size[0];
        }
    }

    private static void check(Column column, double[] x, double[] y, double tolerance) {
        double mean = 0;
        for (int row = 0; row < column.rows(); row++) {
            mean += column.of(x, row) / column.rows();
        }
        double variance = 0;
        for (int row = 0; row < column.rows(); row++) {
            variance += Math.pow(column.of(x, row) - mean, 2) / column.rows();
        }
        String name = Arrays.toString(column.size());
        assertThat(Math.abs(column.statistic(0) - mean)).as(name).isLessThan(tolerance * 10);
        assertThat(Math.abs(column.statistic(1) / variance - 1)).as(name).isLessThan(tolerance);
        assertThat(Math.abs(column.statistic(2) * Math.sqrt(variance + 0.1) - 1))
                .as(name)
                .isLessThan(tolerance);
        for (int row = 0; row < column.rows(); row++) {
            double expected = (column.of(x, row) - mean) / Math.sqrt(variance + 0.1);
            assertThat(Math.abs(column.of(y, row) - expected)).as(name).isLessThan(tolerance * 10);
        }
    }

    private static void checkGradient(Column column, double[] g, double[] y, double[] z, double tolerance) {
        double sum = 0;
        double product = 0;
        for (int row = 0; row < column.rows(); row++) {
            sum += column.of(g, row) / column.rows();
            product += column.of(g, row) * column.of(y, row) / column.rows();
        }
        for (int row = 0; row < column.rows(); row++) {
            double expected = column.statistic(2) * (column.of(g, row) - sum - column.of(y, row) * product);
            assertThat(Math.abs(column.of(z, row) - expected))
                    .as("gradient " + Arrays.toString(column.size()))
                    .isLessThan(tolerance * 30);
        }
    }
}
