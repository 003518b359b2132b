package org.gan4j.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.gan4j.core.kernel.ConvolutionSizes.Image;
import org.gan4j.core.kernel.ConvolutionSizes.Window;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.gan4j.core.kernel.Cases#kernelSets")
class ConvolutionKernelsTest {
    private static final int ROUNDS = 150;

    private final String set;
    private final ConvolutionKernels kernels;
    private final ConvolutionKernels plain = new PlainConvolution();

    ConvolutionKernelsTest(String set) {
        this.set = set;
        kernels = KernelSets.named(set).convolution();
    }

    /** Odd sizes, one image, axes of size 1, strides beyond the window, padding beyond the image. */
    @Test
    void allThreeMapsAgreeWithThePlainLoop() {
        Random random = new Random(31);
        int strideBeyondWindow = 0;
        int onePixel = 0;
        int paddingBeyondImage = 0;
        int compared = 0;
        for (int round = 0; round < ROUNDS; round++) {
            ConvolutionSizes sizes = sizes(random);
            Window window = sizes.window();
            strideBeyondWindow +=
                    window.strideHeight() > window.height() || window.strideWidth() > window.width() ? 1 : 0;
            onePixel += sizes.x().pixels() == 1 || sizes.z().pixels() == 1 ? 1 : 0;
            paddingBeyondImage += window.top() >= sizes.x().height()
                            || window.left() >= sizes.x().width()
                    ? 1
                    : 0;
            for (DType dtype : DType.values()) {
                compared += compare(random, dtype, sizes);
            }
        }
        assertThat(strideBeyondWindow).isGreaterThan(5);
        assertThat(onePixel).isGreaterThan(5);
        assertThat(paddingBeyondImage).isGreaterThan(5);
        assertThat(compared).isEqualTo(ROUNDS * 2 * 3);
        System.out.println("convolutions of the kernels " + set + " compared with the plain loop: " + compared);
    }

    /** Many groups of images on several threads, and images that need a group of their own. */
    @Test
    void largeBatchesAgreeWithThePlainLoop() {
        Random random = new Random(32);
        Window window = new Window(5, 5, 2, 2, 2, 2);
        compare(random, DType.FLOAT32, new ConvolutionSizes(37, new Image(14, 14, 16), new Image(7, 7, 24), window));
        compare(random, DType.FLOAT64, new ConvolutionSizes(5, new Image(27, 28, 9), new Image(14, 14, 7), window));
        Window wide = new Window(3, 3, 1, 1, 1, 1);
        compare(random, DType.FLOAT32, new ConvolutionSizes(3, new Image(80, 100, 9), new Image(80, 100, 3), wide));
    }

    @Test
    void aLargeConvolutionIsTheSameEachTime() {
        Random random = new Random(33);
        Window window = new Window(5, 5, 2, 2, 2, 2);
        ConvolutionSizes sizes = new ConvolutionSizes(29, new Image(14, 14, 16), new Image(7, 7, 32), window);
        Block x = Cases.of(DType.FLOAT32, Cases.normal(random, 29 * sizes.x().size()));
        Block w = Cases.of(DType.FLOAT32, Cases.normal(random, sizes.weights()));
        Block z = Cases.of(DType.FLOAT32, Cases.normal(random, 29 * sizes.z().size()));
        double[][] first = maps(x, w, z, sizes);
        for (int round = 0; round < 10; round++) {
            assertThat(Arrays.deepEquals(maps(x, w, z, sizes), first)).isTrue();
        }
    }

    @Test
    void imagesBeyondTheirBlocksAndMixedTypesAreRefused() {
        ConvolutionSizes sizes =
                new ConvolutionSizes(1, new Image(9, 9, 1), new Image(7, 7, 1), new Window(3, 3, 1, 1, 0, 0));
        Block small = Memory.allocate(DType.FLOAT32, 16);
        Block large = Memory.allocate(DType.FLOAT32, 100);
        Block other = Memory.allocate(DType.FLOAT64, 100);
        assertThatThrownBy(() -> kernels.forward(small, large, large, sizes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A convolution of 81 by 9 into 49 elements in blocks of 16, " + large.capacity() + " and "
                        + large.capacity());
        assertThatThrownBy(() -> kernels.backwardData(large, other, large, sizes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("FLOAT32 by FLOAT64");
    }

    private double[][] maps(Block x, Block w, Block z, ConvolutionSizes sizes) {
        Block[] results = run(kernels, x, w, z, sizes);
        double[][] values = new double[3][];
        for (int i = 0; i < 3; i++) {
            values[i] = Cases.read(results[i], counts(sizes)[i]);
        }
        return values;
    }

    private int compare(Random random, DType dtype, ConvolutionSizes sizes) {
        int[] counts = counts(sizes);
        Block x = Cases.of(dtype, Cases.normal(random, counts[1]));
        Block w = Cases.of(dtype, Cases.normal(random, counts[2]));
        Block z = Cases.of(dtype, Cases.normal(random, counts[0]));
        Block[] actual = run(kernels, x, w, z, sizes);
        Block[] expected = run(plain, x, w, z, sizes);
        double tolerance = dtype == DType.FLOAT32 ? 1e-6 : 1e-15;
        int terms = 4
                + sizes.patch()
                + sizes.batch() * sizes.z().size()
                + sizes.window().height() * sizes.z().channels();
        for (int i = 0; i < 3; i++) {
            double scale = i == 2 ? 4 + 10 * Math.sqrt(terms) : 4 + 10 * Math.sqrt(sizes.patch() + sizes.weights());
            Cases.assertClose("map " + i + " of " + sizes, actual[i], expected[i], counts[i], tolerance, scale);
        }
        return 3;
    }

    /** Runs the three maps into blocks whose contents must not matter. */
    private static Block[] run(ConvolutionKernels kernels, Block x, Block w, Block z, ConvolutionSizes sizes) {
        int[] counts = counts(sizes);
        Block[] results = new Block[3];
        for (int i = 0; i < 3; i++) {
            double[] rubbish = new double[counts[i]];
            Arrays.fill(rubbish, Double.NaN);
            results[i] = Cases.of(x.dtype(), rubbish);
        }
        kernels.forward(x, w, results[0], sizes);
        kernels.backwardData(z, w, results[1], sizes);
        kernels.backwardWeights(x, z, results[2], sizes);
        return results;
    }

    /** The numbers in z, x and w. */
    private static int[] counts(ConvolutionSizes sizes) {
        return new int[] {
            sizes.batch() * sizes.z().size(), sizes.batch() * sizes.x().size(), sizes.weights()
        };
    }

    private static ConvolutionSizes sizes(Random random) {
        int batch = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(6);
        Image x = new Image(side(random, 9), side(random, 9), side(random, 6));
        Window window = new Window(
                side(random, 5),
                side(random, 5),
                1 + random.nextInt(4),
                1 + random.nextInt(4),
                random.nextInt(4),
                random.nextInt(4));
        int rows = results(random, x.height() + window.top(), window.height(), window.strideHeight());
        int columns = results(random, x.width() + window.left(), window.width(), window.strideWidth());
        return new ConvolutionSizes(batch, x, new Image(rows, columns, side(random, 6)), window);
    }

    private static int side(Random random, int longest) {
        return random.nextInt(4) == 0 ? 1 : 1 + random.nextInt(longest);
    }

    /** As many windows as fit with zero to three pixels of padding at the end, at least one. */
    private static int results(Random random, int size, int window, int stride) {
        return Math.max(0, size + random.nextInt(4) - window) / stride + 1;
    }
}
