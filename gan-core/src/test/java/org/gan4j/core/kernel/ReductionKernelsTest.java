package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.gan4j.core.kernel.ReductionKernels.Reduction;
import org.gan4j.core.kernel.portable.PortableKernels;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.gan4j.core.kernel.Cases#kernelSets")
class ReductionKernelsTest {
    private final ReductionKernels kernels;
    private final double floatTolerance;
    private final ReductionKernels plain = new PlainKernels();

    ReductionKernelsTest(String set) {
        kernels = KernelSets.named(set).reduction();
        floatTolerance = set.equals("portable") ? 4e-7 : 2e-6;
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void everyChoiceOfAxesAgreesWithThePlainLoop(Reduction reduction) {
        Random random = new Random(3);
        for (int round = 0; round < 150; round++) {
            int[] dims = Cases.shape(random, 17);
            boolean[] reduced = new boolean[dims.length];
            for (int axis = 0; axis < dims.length; axis++) {
                reduced[axis] = random.nextBoolean();
            }
            check(reduction, random, dims, reduced);
        }
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void longAxesAgreeWithThePlainLoop(Reduction reduction) {
        Random random = new Random(4);
        check(reduction, random, new int[] {5001}, new boolean[] {true});
        check(reduction, random, new int[] {3, 4099}, new boolean[] {false, true});
        check(reduction, random, new int[] {4099, 3}, new boolean[] {true, false});
        check(reduction, random, new int[] {100, 1200}, new boolean[] {true, false});
        check(reduction, random, new int[] {100, 1201}, new boolean[] {false, true});
        check(reduction, random, new int[] {7, 2049, 5}, new boolean[] {true, false, true});
        check(reduction, random, new int[] {7, 301, 5}, new boolean[] {false, true, false});
        check(reduction, random, new int[] {2, 13, 11, 300}, new boolean[] {true, false, true, false});
        check(reduction, random, new int[] {40_000, 5}, new boolean[] {false, true});
    }

    private void check(Reduction reduction, Random random, int[] dims, boolean[] reduced) {
        int length = 1;
        for (int axis = 0; axis < dims.length; axis++) {
            length *= reduced[axis] ? dims[axis] : 1;
        }
        int size = Cases.size(dims);
        int n = size / length;
        double[] values = Cases.normal(random, size);
        for (DType dtype : DType.values()) {
            Block x = Cases.of(dtype, values);
            Block actual = Memory.allocate(dtype, n);
            Block expected = Memory.allocate(dtype, n);
            kernels.reduce(reduction, x, dims, reduced, actual);
            plain.reduce(reduction, x, dims, reduced, expected);
            double scale = reduction == Reduction.SUM ? Math.sqrt(length) : 1 + Math.log(length);
            boolean exact = reduction == Reduction.MAX || reduction == Reduction.MIN;
            double tolerance = exact ? 0 : dtype == DType.FLOAT32 ? floatTolerance : 1e-14;
            String name = reduction + " " + dtype + Arrays.toString(dims) + Arrays.toString(reduced);
            Cases.assertClose(name, actual, expected, n, tolerance, scale);
            assertThat(Cases.read(x, size)).as(name + " leaves its input").isEqualTo(values);
            double[] first = Cases.read(actual, n);
            kernels.reduce(reduction, x, dims, reduced, actual);
            assertThat(Cases.read(actual, n)).as(name + " again").isEqualTo(first);
        }
    }

    @Test
    void aSumOfAMillionTenthsIsAccurate() {
        int n = 1_000_002;
        Block x = Memory.allocate(DType.FLOAT32, n);
        new PortableKernels().elementwise().fill(x, n, 0.1f);
        Block z = Memory.allocate(DType.FLOAT32, 1);
        kernels.reduce(Reduction.SUM, x, new int[] {n}, new boolean[] {true}, z);
        assertThat(z.get(0)).isEqualTo((float) (n * (double) 0.1f));
        Block columns = Memory.allocate(DType.FLOAT32, 3);
        kernels.reduce(Reduction.SUM, x, new int[] {333_334, 3}, new boolean[] {true, false}, columns);
        assertThat(columns.get(2)).isEqualTo((float) (333_334 * (double) 0.1f));
    }

    @Test
    void nanAndInfinitiesPassThrough() {
        double nan = Double.NaN;
        double up = Double.POSITIVE_INFINITY;
        for (DType dtype : DType.values()) {
            double[] values = {1, nan, 3, 1, up, 3, -up, -up, -up, 2, -up, 2};
            Block x = Cases.of(dtype, values);
            Block z = Memory.allocate(dtype, 4);
            int[] dims = {4, 3};
            boolean[] last = {false, true};
            kernels.reduce(Reduction.MAX, x, dims, last, z);
            assertThat(Cases.read(z, 4)).containsExactly(nan, up, -up, 2);
            kernels.reduce(Reduction.MIN, x, dims, last, z);
            assertThat(Cases.read(z, 4)).containsExactly(nan, 1, -up, -up);
            kernels.reduce(Reduction.SUM, x, dims, last, z);
            assertThat(Cases.read(z, 4)).containsExactly(nan, up, -up, -up);
            kernels.reduce(Reduction.LOG_SUM_EXP, x, dims, last, z);
            double two = dtype == DType.FLOAT32 ? (float) (2 + Math.log(2)) : 2 + Math.log(2);
            assertThat(Cases.read(z, 4)).containsExactly(nan, up, -up, two);
        }
    }

    @Test
    void logSumExpAndSoftmaxDoNotOverflow() {
        for (DType dtype : DType.values()) {
            Block x = Cases.of(dtype, 1e4, 1e4, -1e4, -1e4);
            Block z = Memory.allocate(dtype, 4);
            kernels.softmax(x, 2, 2, 1, z);
            assertThat(Cases.read(z, 4)).containsExactly(0.5, 0.5, 0.5, 0.5);
        }
    }

    @Test
    void softmaxAgreesWithThePlainLoop() {
        Random random = new Random(6);
        int[][] shapes = {{1, 1, 1}, {5, 10, 1}, {3, 7, 4}, {300, 11, 1}, {1, 2500, 3}, {2, 2048, 1}, {2, 3, 2051}};
        for (int[] s : shapes) {
            int n = Cases.size(s);
            for (DType dtype : DType.values()) {
                Block x = Cases.of(dtype, Cases.mixed(random, n));
                Block expected = Memory.allocate(dtype, n);
                plain.softmax(x, s[0], s[1], s[2], expected);
                kernels.softmax(x, s[0], s[1], s[2], x);
                Cases.assertUlps("softmax " + Arrays.toString(s), x, expected, n, dtype == DType.FLOAT32 ? 1 : 40);
            }
        }
    }

    @Test
    void maximumOverPiecesTakesTheFirstOfATie() {
        Random random = new Random(8);
        int[][] shapes = {{1, 1}, {24_000, 5}, {3, 2500}, {2047, 2}, {2, 2048}};
        for (int[] s : shapes) {
            int n = s[0] * s[1];
            for (DType dtype : DType.values()) {
                Block x = Cases.of(dtype, random.ints(n, -3, 4).asDoubleStream().toArray());
                PlainKernels oracle = new PlainKernels();
                Block value = Memory.allocate(dtype, s[0]);
                Block index = Memory.allocate(dtype, s[0]);
                Block expectedValue = Memory.allocate(dtype, s[0]);
                Block expectedIndex = Memory.allocate(dtype, s[0]);
                kernels.maxWithIndex(x, s[0], s[1], value, index);
                oracle.maxWithIndex(x, s[0], s[1], expectedValue, expectedIndex);
                assertThat(Cases.read(value, s[0])).isEqualTo(Cases.read(expectedValue, s[0]));
                assertThat(Cases.read(index, s[0])).isEqualTo(Cases.read(expectedIndex, s[0]));
                Block spread = Memory.allocate(dtype, n);
                Block expectedSpread = Memory.allocate(dtype, n);
                kernels.scatterToIndex(value, index, s[0], s[1], spread);
                oracle.scatterToIndex(value, index, s[0], s[1], expectedSpread);
                assertThat(Cases.read(spread, n)).isEqualTo(Cases.read(expectedSpread, n));
                kernels.gatherAtIndex(x, index, s[0], s[1], expectedValue);
                assertThat(Cases.read(expectedValue, s[0])).isEqualTo(Cases.read(value, s[0]));
            }
        }
    }

    @Test
    void maximumOverPiecesOfExtremesAgreesWithThePlainLoop() {
        double[] extremes = {
            0.0,
            -0.0,
            1,
            -1,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            1e30f,
            -1e30f,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NaN
        };
        Random random = new Random(12);
        int rows = 4000;
        for (DType dtype : DType.values()) {
            double[] values = new double[rows * 3];
            Arrays.setAll(values, i -> extremes[random.nextInt(extremes.length)]);
            Block x = Cases.of(dtype, values);
            Block value = Memory.allocate(dtype, rows);
            Block index = Memory.allocate(dtype, rows);
            Block expectedValue = Memory.allocate(dtype, rows);
            Block expectedIndex = Memory.allocate(dtype, rows);
            kernels.maxWithIndex(x, rows, 3, value, index);
            new PlainKernels().maxWithIndex(x, rows, 3, expectedValue, expectedIndex);
            assertThat(Cases.read(value, rows)).isEqualTo(Cases.read(expectedValue, rows));
            assertThat(Cases.read(index, rows)).isEqualTo(Cases.read(expectedIndex, rows));
        }
    }

    @Test
    void maximumOverPiecesReportsTheFirstNan() {
        Block x = Cases.of(DType.FLOAT32, 1, Double.NaN, 3, Double.NaN, 5, 4, 3, 2);
        Block value = Memory.allocate(DType.FLOAT32, 2);
        Block index = Memory.allocate(DType.FLOAT32, 2);
        kernels.maxWithIndex(x, 2, 4, value, index);
        assertThat(Cases.read(value, 2)).containsExactly(Double.NaN, 5);
        assertThat(Cases.read(index, 2)).containsExactly(1, 0);
    }
}
