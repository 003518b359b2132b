package org.gan4j.core.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.javacpp.FloatPointer;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.MatrixKernels;
import org.gan4j.core.kernel.PlainKernels;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for oneDNN's products beyond what holds for those of every kernel set. */
class OneDnnMatrixTest {
    /** The largest relative error of rounding to float32 once. */
    private static final double UNIT = 0x1p-24;

    private final MatrixKernels kernels = KernelSets.named("onednn").matrix();
    private final MatrixKernels plain = new PlainKernels();

    @BeforeEach
    void onlyWhereTheLibraryIs() {
        assumeThat(OneDnn.missing()).isEmpty();
    }

    @Test
    void productsOfManyShapesAreWithinTheBoundOfRoundingOfTheirFloat64Value() {
        Random random = new Random(20_141_206);
        int[] sides = {1, 3, 8, 15, 16, 17, 19, 31, 33, 48, 63, 64, 65, 100, 127, 129};
        List<int[]> shapes = new ArrayList<>(List.of(
                new int[] {1, 3001, 203},
                new int[] {193, 193, 193},
                new int[] {257, 301, 161},
                new int[] {1201, 99, 101},
                new int[] {17, 500, 1001}));
        for (int round = 0; round < 200; round++) {
            shapes.add(random.ints(3, 0, sides.length).map(i -> sides[i]).toArray());
        }
        double worst = 0;
        for (int[] shape : shapes) {
            for (int flags = 0; flags < 8; flags++) {
                worst = Math.max(worst, worst(random, shape, flags));
            }
        }
        int cases = 8 * shapes.size();
        System.out.printf("oneDNN: %d products against float64: at worst %.3f of the bound%n", cases, worst);
        assertThat(cases).isGreaterThan(1600);
        assertThat(worst).isBetween(1e-6, 1.0);
    }

    /**
     * Returns the largest error of an element over its bound: (k + 2) roundings of the sum of the absolute values of all
     * that is added, which holds for every order of summation.
     */
    private double worst(Random random, int[] shape, int flags) {
        int m = shape[0];
        int k = shape[1];
        int n = shape[2];
        boolean accumulate = (flags & 4) != 0;
        double[][] values = {Cases.normal(random, m * k), Cases.normal(random, k * n), Cases.normal(random, m * n)};
        double[] actual = product(kernels, DType.FLOAT32, values, shape, flags);
        double[] expected = product(plain, DType.FLOAT64, values, shape, flags);
        for (double[] matrix : values) {
            Arrays.setAll(matrix, i -> Math.abs(matrix[i]));
        }
        double[] size = product(plain, DType.FLOAT64, values, shape, flags);
        double worst = 0;
        for (int i = 0; i < m * n; i++) {
            double bound = (k + (accumulate ? 2 : 1)) * UNIT * size[i] + 1e-37;
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]) / bound);
        }
        return worst;
    }

    private static double[] product(MatrixKernels kernels, DType dtype, double[][] values, int[] shape, int flags) {
        Block a = Cases.of(dtype, values[0]);
        Block b = Cases.of(dtype, values[1]);
        Block c = Cases.of(dtype, values[2]);
        int m = shape[0];
        int n = shape[2];
        kernels.multiply(a, (flags & 1) != 0, b, (flags & 2) != 0, c, m, shape[1], n, (flags & 4) != 0);
        double[] result = Cases.read(c, m * n);
        List.of(a, b, c).forEach(Memory::release);
        return result;
    }

    @Test
    void twoThreadsWithOneShapeAndOtherDataComputeWhatOneThreadComputes() throws Exception {
        int products = 1000;
        List<float[]> alone = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            alone.add(chain(thread, products));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<float[]>> tasks = List.of(() -> chain(0, products), () -> chain(1, products));
        List<Future<float[]>> results = threads.invokeAll(tasks);
        threads.shutdown();
        for (int thread = 0; thread < 2; thread++) {
            float[] together = results.get(thread).get();
            assertThat(together).hasSize(products * 64 * 128);
            assertThat(Arrays.equals(together, alone.get(thread))).isTrue();
        }
        assertThat(Arrays.equals(alone.get(0), alone.get(1))).isFalse();
    }

    /** The results of many products of one shape and of data that differ each time. */
    private float[] chain(int seed, int products) {
        Random random = new Random(seed);
        Block a = Memory.allocate(DType.FLOAT32, 64 * 128);
        Block b = Cases.of(DType.FLOAT32, Cases.normal(random, 128 * 128));
        Block c = Memory.allocate(DType.FLOAT32, 64 * 128);
        float[] results = new float[products * 64 * 128];
        double[] values = Cases.normal(random, 64 * 128);
        for (int i = 0; i < products; i++) {
            values[i] = i + seed;
            a.write(0, values, 0, 64 * 128);
            kernels.multiply(a, false, b, false, c, 64, 128, 128, false);
            c.read(0, results, i * 64 * 128, 64 * 128);
        }
        List.of(a, b, c).forEach(Memory::release);
        return results;
    }

    @Test
    void aProductPlusABiasHasTheBitsOfTheProductAndThenTheSum() {
        Random random = new Random(17);
        int[] sides = {1, 2, 5, 16, 17, 33, 64, 100, 129, 300};
        int[][] shapes = new int[60][];
        Arrays.setAll(
                shapes, i -> random.ints(3, 0, sides.length).map(j -> sides[j]).toArray());
        shapes[0] = new int[] {100, 784, 601};
        shapes[1] = new int[] {601, 100, 64};
        for (int[] shape : shapes) {
            int m = shape[0];
            int n = shape[2];
            Block a = Cases.of(DType.FLOAT32, Cases.normal(random, m * shape[1]));
            Block b = Cases.of(DType.FLOAT32, Cases.normal(random, shape[1] * n));
            Block bias = Cases.of(DType.FLOAT32, Cases.normal(random, n));
            Block c = Cases.of(DType.FLOAT32, Cases.normal(random, m * n));
            assertThat(kernels.affine(a, b, bias, c, m, shape[1], n)).isTrue();
            double[] together = Cases.read(c, m * n);
            kernels.multiply(a, false, b, false, c, m, shape[1], n, false);
            double[] apart = Cases.read(c, m * n);
            Arrays.setAll(apart, i -> (float) (apart[i] + bias.get(i % n)));
            assertThat(together).isEqualTo(apart);
            List.of(a, b, bias, c).forEach(Memory::release);
        }
    }

    @Test
    void productsOfFloat64AreNotFused() {
        Block twice = Cases.of(DType.FLOAT64, new double[256]);
        assertThat(kernels.affine(twice, twice, twice, twice, 16, 16, 16)).isFalse();
    }

    @Test
    void aThreadKeepsOnlyTheLatestShapes() {
        Block a = Cases.of(DType.FLOAT32, Cases.normal(new Random(3), 16 * (OneDnnThread.MOST + 36)));
        Block c = Memory.allocate(DType.FLOAT32, 16 * 16);
        for (int k = 16; k < OneDnnThread.MOST + 36; k++) {
            kernels.multiply(a, false, a, false, c, 16, k, 16, false);
        }
        assertThat(OneDnnThread.current().shapes()).isEqualTo(OneDnnThread.MOST);
        double[] latest = Cases.read(c, 16 * 16);
        kernels.multiply(a, false, a, false, c, 16, 16, 16, false);
        kernels.multiply(a, false, a, false, c, 16, OneDnnThread.MOST + 35, 16, false);
        assertThat(Cases.read(c, 16 * 16)).isEqualTo(latest);
    }

    @Test
    void aShapeThatOneDnnRefusesIsLeftToThePortableKernels() {
        Block block = Cases.of(DType.FLOAT32, 1, 2, 3, 4);
        FloatPointer start = (FloatPointer) block.pointer();
        OneDnnProduct overlapping = new OneDnnProduct(2, 2, 2, 2, 1, 2, 1, -1, false, false);
        assertThat(OneDnnThread.current().run(overlapping, start, start, start)).isFalse();
        assertThat(OneDnnThread.current().run(overlapping, start, start, start)).isFalse();
        assertThat(Cases.read(block, 4)).containsExactly(1, 2, 3, 4);
    }
}
