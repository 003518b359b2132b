package org.gan4j.core.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Layers that make images larger or smaller without weights. */
class ResamplingTest {
    private static final List<Layer> LAYERS = List.of(
            new Upsample(3),
            new BilinearUpsample(2),
            new BilinearUpsample(3),
            new PixelShuffle(2),
            new AveragePool(2),
            new MaxPool(2),
            new GlobalAveragePool());

    /** scipy.ndimage.zoom(x, 2, order=1, mode='nearest', grid_mode=True); middles of pixels, not corners, are aligned. */
    @Test
    void pixelsAreInterpolatedBetweenTheirMiddles() {
        Tensor x = Tensor.of(Shape.of(1, 2, 3, 1), 1f, 5f, 2f, 8f, -3f, 4f);
        assertThat(applied(new BilinearUpsample(2), x))
                .containsExactly(
                        new double[] {
                            1, 2, 4, 4.25, 2.75, 2, 2.75, 2.8125, 2.9375, 2.875, 2.625, 2.5, 6.25, 4.4375, 0.8125,
                            0.125, 2.375, 3.5, 8, 5.25, -0.25, -1.25, 2.25, 4
                        },
                        within(1e-6));
        Tensor column = Tensor.of(Shape.of(1, 2, 1, 2), 0f, 10f, 3f, 40f);
        assertThat(applied(new BilinearUpsample(3), column))
                .containsExactly(
                        new double[] {
                            0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 1, 20, 1, 20, 1, 20, 2, 30, 2, 30, 2, 30, 3, 40,
                            3, 40, 3, 40, 3, 40, 3, 40, 3, 40
                        },
                        within(1e-5));
    }

    @Test
    void interpolationKeepsConstantsAndTheMean() {
        Tensor x = RandomStream.of(1).normal(DType.FLOAT64, Shape.of(2, 3, 4, 2), 0, 1);
        for (int factor = 1; factor <= 4; factor++) {
            Layer layer = new BilinearUpsample(factor);
            Tensor constant = Tensor.full(DType.FLOAT64, x.shape(), 7.5);
            Tensor kept = layer.apply(Parameters.empty(), constant, pass());
            assertThat(kept.minus(7.5).abs().max().item()).isLessThan(1e-12);
            assertThat(layer.apply(Parameters.empty(), x, pass()).mean().item())
                    .isCloseTo(x.mean().item(), within(1e-12));
        }
        assertThat(applied(new BilinearUpsample(1), x)).containsExactly(x.toDoubles());
    }

    @Test
    void theLargestOfEverySquareIsKept() {
        Tensor x = Tensor.of(Shape.of(1, 2, 4, 2), 1f, -1f, 5f, -5f, 2f, 0f, 3f, 9f, 4f, -4f, 0f, -2f, 8f, 1f, 7f, 6f);
        assertThat(applied(new MaxPool(2), x)).containsExactly(5, -1, 8, 9);
        assertThat(applied(new GlobalAveragePool(), x)).containsExactly(30 / 8.0, 4 / 8.0);
    }

    /** Channel (a 2 + b) C + c of a pixel goes to row a and column b of its square: 2 colours of four places. */
    @Test
    void channelsBecomeSquares() {
        Tensor x = Tensor.of(
                Shape.of(1, 1, 2, 8), 0f, 100f, 1f, 101f, 2f, 102f, 3f, 103f, 4f, 104f, 5f, 105f, 6f, 106f, 7f, 107f);
        Tensor y = new PixelShuffle(2).apply(Parameters.empty(), x, pass());
        assertThat(y.shape()).isEqualTo(Shape.of(1, 2, 4, 2));
        assertThat(y.toDoubles()).containsExactly(0, 100, 1, 101, 4, 104, 5, 105, 2, 102, 3, 103, 6, 106, 7, 107);
    }

    @Test
    void shapesAreAsTheySay() {
        Shape example = Shape.of(4, 6, 8);
        for (Layer layer : LAYERS) {
            for (int n : new int[] {1, 3}) {
                Tensor y = layer.apply(Parameters.empty(), Tensor.ones(DType.FLOAT32, Sizes.batch(n, example)), pass());
                assertThat(y.shape()).as("%s", layer).isEqualTo(Sizes.batch(n, layer.output(example)));
            }
        }
        assertThat(new BilinearUpsample(2).output(example)).isEqualTo(Shape.of(8, 12, 8));
        assertThat(new PixelShuffle(2).output(example)).isEqualTo(Shape.of(8, 12, 2));
        assertThat(new GlobalAveragePool().output(example)).isEqualTo(Shape.of(8));
    }

    @Test
    void gradientsMatchDifferences() {
        for (Layer layer : LAYERS) {
            GradientCheck.check(
                    2,
                    arguments -> layer.apply(
                                    Parameters.empty(), arguments.get(0).tanh(), pass())
                            .tanh(),
                    GradientCheck.random(Shape.of(2, 2, 4, 4), 51));
        }
    }

    @Test
    void imagesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> new MaxPool(2).output(Shape.of(4, 5, 1)))
                .hasMessage(
                        "MaxPool makes one pixel of squares of 2 x 2 pixels, which images of shape [4, 5, 1] cannot be cut"
                                + " into");
        assertThatThrownBy(() -> new PixelShuffle(2).output(Shape.of(4, 5, 6)))
                .hasMessage(
                        "PixelShuffle makes squares of 2 x 2 pixels of channels, which must be a multiple of 4, but images"
                                + " have shape [4, 5, 6]");
        assertThatThrownBy(() -> new BilinearUpsample(2).output(Shape.of(4)))
                .hasMessageContaining("put a Reshape to [height, width, channels] before it");
        assertThatThrownBy(() -> new BilinearUpsample(0)).hasMessage("factor must be at least 1, but is 0");
        assertThatThrownBy(() -> new MaxPool(0)).hasMessage("factor must be at least 1, but is 0");
        assertThatThrownBy(() -> new PixelShuffle(0)).hasMessage("factor must be at least 1, but is 0");
    }

    private static double[] applied(Layer layer, Tensor x) {
        return layer.apply(Parameters.empty(), x, pass()).toDoubles();
    }

    private static Pass pass() {
        return ForwardPass.evaluation(0, RandomStream.of(2), Buffers.empty());
    }
}
