package org.gan4j.core.kernel.onednn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gan4j.core.kernel.Cases;
import org.gan4j.core.kernel.ConvolutionKernels;
import org.gan4j.core.kernel.ConvolutionSizes;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.PlainConvolution;
import org.gan4j.core.kernel.onednn.OneDnnConvolution.Direction;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for oneDNN's convolutions beyond what holds for those of every kernel set. */
class OneDnnConvolutionTest {
    /** The largest relative error of rounding to float32 once. */
    private static final double UNIT = 0x1p-24;

    private final ConvolutionKernels kernels = KernelSets.named("onednn").convolution();
    private final ConvolutionKernels plain = new PlainConvolution();

    @BeforeEach
    void onlyWhereTheLibraryIs() {
        assumeThat(OneDnn.missing()).isEmpty();
    }

    /** Channels around the width of a vector, one image, one pixel, uneven strides, padding and rows left over. */
    @Test
    void convolutionsOfManySizesAreWithinTheBoundOfRoundingOfTheirFloat64Value() {
        Random random = new Random(20_151_119);
        List<ConvolutionSizes> cases = new ArrayList<>();
        for (int round = 0; round < 250; round++) {
            cases.add(sizes(random));
        }
        Window five = new Window(5, 5, 2, 2, 2, 2);
        cases.add(new ConvolutionSizes(9, new Image(28, 28, 1), new Image(14, 14, 64), five));
        Window sideways = new Window(5, 3, 1, 3, 1, 1);
        cases.add(new ConvolutionSizes(1, new Image(4, 1, 1), new Image(3, 1, 2), sideways));
        cases.add(new ConvolutionSizes(21, new Image(14, 14, 24), new Image(7, 7, 40), five));
        Map<Direction, Integer> computed = new EnumMap<>(Direction.class);
        double worst = 0;
        for (ConvolutionSizes sizes : cases) {
            for (Direction map : Direction.values()) {
                computed.merge(map, OneDnnConvolutions.computes(map, sizes) ? 1 : 0, Integer::sum);
                worst = Math.max(worst, worst(random, map, sizes));
            }
        }
        int total = computed.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "oneDNN: %d convolutions %s against float64, and %d left to the portable kernels: at worst %.3f of the"
                        + " bound%n",
                total, computed, 3 * cases.size() - total, worst);
        assertThat(computed.get(Direction.FORWARD)).isGreaterThan(200);
        assertThat(computed.get(Direction.BACKWARD_DATA)).isGreaterThan(100);
        assertThat(computed.get(Direction.BACKWARD_WEIGHTS)).isGreaterThan(200);
        assertThat(worst).isBetween(1e-6, 1.0);
    }

    /**
     * Returns the largest error of an element over its bound: as many roundings as there are terms, of the sum of their
     * absolute values, which holds for every order of summation.
     */
    private double worst(Random random, Direction map, ConvolutionSizes sizes) {
        double[][] values = {
            Cases.normal(random, sizes.batch() * sizes.x().size()),
            Cases.normal(random, sizes.weights()),
            Cases.normal(random, sizes.batch() * sizes.z().size())
        };
        int terms = switch (map) {
            case FORWARD -> sizes.patch();
            case BACKWARD_DATA -> sizes.patch() * sizes.z().channels();
            case BACKWARD_WEIGHTS -> sizes.batch() * sizes.z().pixels();
        };
        double[] actual = result(kernels, DType.FLOAT32, map, values, sizes);
        double[] expected = result(plain, DType.FLOAT64, map, values, sizes);
        for (double[] operand : values) {
            Arrays.setAll(operand, i -> Math.abs(operand[i]));
        }
        double[] size = result(plain, DType.FLOAT64, map, values, sizes);
        double worst = 0;
        for (int i = 0; i < actual.length; i++) {
            double bound = (terms + 1) * UNIT * size[i] + 1e-37;
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]) / bound);
        }
        return worst;
    }

    /** Computes one map into a block of rubbish. */
    private static double[] result(
            ConvolutionKernels kernels, DType dtype, Direction map, double[][] values, ConvolutionSizes sizes) {
        double[][] operands = values.clone();
        int result = switch (map) {
            case FORWARD -> 2;
            case BACKWARD_DATA -> 0;
            case BACKWARD_WEIGHTS -> 1;
        };
        operands[result] = new double[values[result].length];
        Arrays.fill(operands[result], Double.NaN);
        Block x = Cases.of(dtype, operands[0]);
        Block w = Cases.of(dtype, operands[1]);
        Block z = Cases.of(dtype, operands[2]);
        switch (map) {
            case FORWARD -> kernels.forward(x, w, z, sizes);
            case BACKWARD_DATA -> kernels.backwardData(z, w, x, sizes);
            case BACKWARD_WEIGHTS -> kernels.backwardWeights(x, z, w, sizes);
        }
        double[] computed = Cases.read(List.of(x, w, z).get(result), operands[result].length);
        List.of(x, w, z).forEach(Memory::release);
        return computed;
    }

    private static ConvolutionSizes sizes(Random random) {
        int[] channels = {1, 2, 3, 8, 15, 16, 17, 24, 32, 33};
        Image x = new Image(side(random, 9), side(random, 9), channels[random.nextInt(channels.length)]);
        Window window = new Window(
                side(random, 5),
                side(random, 5),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                random.nextInt(3),
                random.nextInt(3));
        int rows = results(random, x.height() + window.top(), window.height(), window.strideHeight());
        int columns = results(random, x.width() + window.left(), window.width(), window.strideWidth());
        Image z = new Image(rows, columns, channels[random.nextInt(channels.length)]);
        return new ConvolutionSizes(random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(6), x, z, window);
    }

    private static int side(Random random, int longest) {
        return random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(longest);
    }

    /** As many windows as fit with zero to two pixels of padding at the end, at least one. */
    private static int results(Random random, int size, int window, int stride) {
        return Math.max(0, size + random.nextInt(3) - window) / stride + 1;
    }

    @Test
    void twoThreadsWithOneSizeAndOtherDataComputeWhatOneThreadComputes() throws Exception {
        int calls = 1002;
        List<List<float[]>> alone = List.of(chain(0, calls), chain(1, calls));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<List<float[]>>> tasks = List.of(() -> chain(0, calls), () -> chain(1, calls));
        List<Future<List<float[]>>> results = threads.invokeAll(tasks);
        threads.shutdown();
        for (int thread = 0; thread < 2; thread++) {
            List<float[]> together = results.get(thread).get();
            assertThat(together).hasSize(calls);
            for (int i = 0; i < calls; i++) {
                assertThat(Arrays.equals(together.get(i), alone.get(thread).get(i)))
                        .isTrue();
            }
        }
        assertThat(Arrays.equals(alone.get(0).get(0), alone.get(1).get(0))).isFalse();
    }

    /** The results of many convolutions of one size, of the three kinds in turn, and of data that differ each time. */
    private List<float[]> chain(int seed, int calls) {
        ConvolutionSizes sizes =
                new ConvolutionSizes(5, new Image(7, 7, 16), new Image(4, 4, 33), new Window(3, 3, 2, 2, 1, 1));
        assertThat(Direction.values()).allMatch(map -> OneDnnConvolutions.computes(map, sizes));
        Random random = new Random(seed);
        double[] values = Cases.normal(random, 5 * sizes.x().size());
        Block x = Cases.of(DType.FLOAT32, values);
        Block w = Cases.of(DType.FLOAT32, Cases.normal(random, sizes.weights()));
        Block z = Memory.allocate(DType.FLOAT32, 5 * sizes.z().size());
        List<float[]> results = new ArrayList<>();
        while (results.size() < calls) {
            values[results.size() % values.length] = results.size() + seed;
            x.write(0, values, 0, values.length);
            w.write(0, values, 0, values.length);
            kernels.forward(x, w, z, sizes);
            results.add(copy(z, 5 * sizes.z().size()));
            kernels.backwardData(z, w, x, sizes);
            results.add(copy(x, 5 * sizes.x().size()));
            kernels.backwardWeights(x, z, w, sizes);
            results.add(copy(w, sizes.weights()));
        }
        List.of(x, w, z).forEach(Memory::release);
        return results;
    }

    private static float[] copy(Block block, int count) {
        float[] copy = new float[count];
        block.read(0, copy, 0, count);
        return copy;
    }
}
