package org.gan4j.core.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.Random;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.ElementwiseKernels;
import org.gan4j.core.kernel.PlainKernels;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.ReductionKernels.Reduction;
import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.kernel.portable.PortableKernels;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** oneDNN's elementwise functions and sums against loops in double precision; which of them it computes is asserted too. */
class OneDnnElementwiseTest {
    private static final int[] SIZES = {1, 2, 15, 16, 17, 100, 1023, 4097, 60_001, 131_072, 131_073, 300_007};

    private final ElementwiseKernels kernels = new OneDnnElementwise(new Refused());
    private final PlainKernels plain = new PlainKernels();

    @BeforeEach
    void requireTheLibrary() {
        assumeThat(OneDnn.missing()).isEmpty();
    }

    @Test
    void functionsOfRandomSizesAgreeWithDoublePrecision() {
        int cases = 0;
        for (UnaryOperation operation : UnaryOperation.values()) {
            if (OneDnnFunctions.of(operation, 0.2) == OneDnnFunctions.NONE) {
                continue;
            }
            for (int n : SIZES) {
                Random random = new Random(n);
                Block x = Cases.of(DType.FLOAT32, Cases.mixed(random, n));
                Block actual = Memory.allocate(DType.FLOAT32, n);
                Block expected = Memory.allocate(DType.FLOAT32, n);
                kernels.unary(operation, 0.2, x, actual, n);
                plain.unary(operation, 0.2, x, expected, n);
                Cases.assertUlps(operation + " " + n, actual, expected, n, 5, 2 * Float.MIN_NORMAL);
                cases++;
            }
        }
        System.out.println("oneDNN: " + cases + " functions of one argument against float64");
        assertThat(cases).isEqualTo(7 * SIZES.length);
    }

    @Test
    void pairsOfRandomShapesAgreeWithDoublePrecision() {
        int cases = 0;
        Random random = new Random(11);
        BinaryOperation[] direct = {
            BinaryOperation.ADD,
            BinaryOperation.SUBTRACT,
            BinaryOperation.MULTIPLY,
            BinaryOperation.DIVIDE,
            BinaryOperation.LESS,
            BinaryOperation.LESS_EQUAL,
            BinaryOperation.EQUAL
        };
        for (int round = 0; round < 300; round++) {
            int[] zDims = Cases.shape(random, round % 10 == 0 ? 40 : 12);
            int from = random.nextInt(zDims.length + 1);
            boolean rows = random.nextBoolean();
            int[] yDims = zDims.clone();
            Arrays.fill(yDims, rows ? 0 : from, rows ? from : yDims.length, 1);
            int[] shorter = rows && from > 0 && from < yDims.length && random.nextBoolean()
                    ? Arrays.copyOfRange(yDims, from, yDims.length)
                    : yDims;
            check(direct[round % direct.length], random, zDims, shorter, zDims);
            cases++;
        }
        for (BinaryOperation gradient : BinaryOperation.values()) {
            if (OneDnnFunctions.gradient(gradient) != OneDnnFunctions.NONE) {
                for (int n : SIZES) {
                    check(gradient, random, new int[] {n}, new int[] {n}, new int[] {n});
                    cases++;
                }
            }
        }
        for (int round = 0; round < 20; round++) {
            int[] zDims = {2 + random.nextInt(9), 2 + random.nextInt(30)};
            check(BinaryOperation.ADD, random, new int[] {zDims[1]}, zDims, zDims);
            check(BinaryOperation.MULTIPLY, random, new int[] {zDims[0], 1}, zDims, zDims);
            check(BinaryOperation.GREATER, random, zDims, zDims, zDims);
            check(BinaryOperation.GREATER_EQUAL, random, zDims, zDims, zDims);
            cases += 4;
        }
        System.out.println("oneDNN: " + cases + " functions of two arguments against float64");
        assertThat(cases).isEqualTo(300 + 3 * SIZES.length + 80);
    }

    private void check(BinaryOperation operation, Random random, int[] xDims, int[] yDims, int[] zDims) {
        int n = Cases.size(zDims);
        Block x = Cases.of(DType.FLOAT32, withTies(random, Cases.size(xDims)));
        Block y = Cases.of(DType.FLOAT32, withTies(random, Cases.size(yDims)));
        Block actual = Memory.allocate(DType.FLOAT32, n);
        Block expected = Memory.allocate(DType.FLOAT32, n);
        kernels.binary(operation, x, xDims, y, yDims, actual, zDims);
        plain.binary(operation, x, xDims, y, yDims, expected, zDims);
        String name = operation + " " + Arrays.toString(xDims) + Arrays.toString(yDims);
        Cases.assertUlps(name, actual, expected, n, OneDnnFunctions.gradient(operation) == 0 ? 0 : 4);
    }

    private static double[] withTies(Random random, int n) {
        double[] values = Cases.normal(random, n);
        for (int i = 0; i < n; i += 3) {
            values[i] = random.nextInt(3) - 1;
        }
        return values;
    }

    @Test
    void shortSumsAgreeWithDoublePrecision() {
        ReductionKernels sums = new OneDnnReduction(new PortableKernels().reduction());
        Random random = new Random(12);
        int cases = 0;
        for (int round = 0; round < 200; round++) {
            int[] dims = Cases.shape(random, 20);
            boolean[] reduced = new boolean[dims.length];
            Arrays.fill(reduced, random.nextInt(dims.length + 1), dims.length, true);
            int n = Cases.size(dims);
            Block x = Cases.of(DType.FLOAT32, Cases.normal(random, n));
            Block actual = Memory.allocate(DType.FLOAT32, n);
            Block expected = Memory.allocate(DType.FLOAT32, n);
            sums.reduce(Reduction.SUM, x, dims, reduced, actual);
            plain.reduce(Reduction.SUM, x, dims, reduced, expected);
            int columns = OneDnnReduction.lengthOfRows(dims, reduced);
            Cases.assertClose(Arrays.toString(dims), actual, expected, n / columns, 1e-6, 4 + Math.sqrt(columns));
            cases++;
        }
        System.out.println("oneDNN: " + cases + " sums against float64");
        assertThat(cases).isEqualTo(200);
    }

    @Test
    void piecesOnTwoThreadsGiveTheBitsOfOneThread() throws InterruptedException {
        double[] alone = tanhs(1);
        double[][] together = new double[2][];
        Thread[] threads = new Thread[2];
        for (int i = 0; i < 2; i++) {
            int own = i;
            threads[i] = new Thread(() -> together[own] = tanhs(1));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(Arrays.equals(together[0], alone)).isTrue();
        assertThat(Arrays.equals(together[1], alone)).isTrue();
    }

    private double[] tanhs(int seed) {
        int n = 200_003;
        Block x = Cases.of(DType.FLOAT32, Cases.normal(new Random(seed), n));
        for (int i = 0; i < 10; i++) {
            kernels.unary(UnaryOperation.TANH, 0, x, x, n);
        }
        return Cases.read(x, n);
    }

    /** Fails where oneDNN was to compute. */
    private static final class Refused implements ElementwiseKernels {
        @Override
        public void unary(UnaryOperation operation, double parameter, Block x, Block z, int n) {
            throw new AssertionError(operation);
        }

        @Override
        public void binary(
                BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims) {
            throw new AssertionError(
                    operation + Arrays.toString(xDims) + Arrays.toString(yDims) + Arrays.toString(zDims));
        }

        @Override
        public void binary(BinaryOperation operation, Block x, double value, Block z, int n) {
            throw new AssertionError(operation);
        }

        @Override
        public void binary(BinaryOperation operation, double value, Block x, Block z, int n) {
            throw new AssertionError(operation);
        }

        @Override
        public void leakyReluGradient(Block g, Block x, double slope, Block z, int n) {
            throw new AssertionError("leakyReluGradient");
        }

        @Override
        public void clip(Block x, double low, double high, Block z, int n) {
            throw new AssertionError("clip");
        }

        @Override
        public void where(Block condition, Block x, Block y, Block z, int n) {
            throw new AssertionError("where");
        }

        @Override
        public void fill(Block z, int n, double value) {
            throw new AssertionError("fill");
        }
    }
}
