package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.Test;

class ConvolutionsTest {
    /**
     * numpy: x = arange(1, 13).reshape(3, 4); w = [[1, 2], [3, 5]];
     * [[(x[i:i+2, j:j+2] * w).sum() for j in range(3)] for i in range(2)].
     */
    @Test
    void weightsAreNotMirrored() {
        Tensor x = Tensor.of(Shape.of(1, 3, 4, 1), 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Tensor w = Tensor.of(Shape.of(2, 2, 1, 1), 1.0, 2, 3, 5);
        Tensor z = Convolutions.convolve(x, w, Sliding.by(1));
        assertThat(z.shape()).isEqualTo(Shape.of(1, 2, 3, 1));
        assertThat(z.toDoubles()).containsExactly(50, 61, 72, 94, 105, 116);
    }

    /** The two numbers put their multiples of the weights two columns apart; the first column is cut off as padding. */
    @Test
    void aTransposedConvolutionPutsMultiplesOfTheWeights() {
        Tensor g = Tensor.of(Shape.of(1, 1, 2, 1), 10.0, 1);
        Tensor w = Tensor.of(Shape.of(1, 3, 1, 1), 1.0, 2, 3);
        Tensor x = Convolutions.transposed(g, w, new Sliding(1, 2, 0, 0, 1, 0), 0, 1);
        assertThat(x.shape()).isEqualTo(Shape.of(1, 1, 5, 1));
        assertThat(x.toDoubles()).containsExactly(20, 31, 2, 3, 0);
    }

    /** For random shapes: the convolution of x in w paired with y is x paired with the transposed convolution of y. */
    @Test
    void theTwoConvolutionsAreTransposesOfEachOther() {
        Random random = new Random(8);
        int checked = 0;
        while (checked < 100) {
            Sliding sliding = new Sliding(
                    1 + random.nextInt(3),
                    1 + random.nextInt(3),
                    random.nextInt(3),
                    random.nextInt(3),
                    random.nextInt(3),
                    random.nextInt(3));
            Shape images = Shape.of(
                    1 + random.nextInt(3), 1 + random.nextInt(8), 1 + random.nextInt(8), 1 + random.nextInt(4));
            Shape weights =
                    Shape.of(1 + random.nextInt(4), 1 + random.nextInt(4), images.dim(3), 1 + random.nextInt(4));
            int height = images.dim(1) + sliding.top() + sliding.bottom() - weights.dim(0);
            int width = images.dim(2) + sliding.left() + sliding.right() - weights.dim(1);
            if (height < 0 || width < 0) {
                continue;
            }
            Tensor x = GradientCheck.random(images, checked);
            Tensor w = GradientCheck.random(weights, 1000 + checked);
            Tensor z = Convolutions.convolve(x, w, sliding);
            Tensor y = GradientCheck.random(z.shape(), 2000 + checked);
            Tensor back = Convolutions.transposed(
                    y, w, sliding, height % sliding.strideHeight(), width % sliding.strideWidth());
            assertThat(back.shape()).isEqualTo(images);
            double expected = z.times(y).sum().item();
            assertThat(x.times(back).sum().item()).isEqualTo(expected, within(1e-12 * (10 + Math.abs(expected))));
            checked++;
        }
        System.out.println("random shapes for which <conv(x, w), y> = <x, transposed(y, w)>: " + checked);
    }

    /** The penalty of WGAN-GP: its gradient in the weights needs second derivatives of both convolutions. */
    @Test
    void aPenaltyOnTheSlopeThroughTwoConvolutionsHasExactGradients() {
        Tensor images = GradientCheck.random(Shape.of(2, 6, 6, 2), 21);
        GradientCheck.check(
                2,
                weights -> {
                    Tensor x = images.tracked();
                    Tensor hidden = Convolutions.convolve(
                                    x, weights.get(0), Sliding.by(2).padded(1))
                            .softplus();
                    Tensor score = Convolutions.convolve(hidden, weights.get(1), Sliding.by(1));
                    Tensor slope =
                            Gradients.differentiable(score.sum(), List.of(x)).get(0);
                    return slope.norm(1, 2, 3).minus(1).square().mean();
                },
                GradientCheck.random(Shape.of(4, 4, 2, 3), 22),
                GradientCheck.random(Shape.of(3, 3, 3, 1), 23));
    }

    @Test
    void onlyGradientsAskedForAreRecorded() {
        Tensor x = Tensor.ones(DType.FLOAT32, Shape.of(1, 4, 4, 1));
        Tensor w = Tensor.ones(DType.FLOAT32, Shape.of(2, 2, 1, 1));
        assertThat(Convolutions.convolve(x, w, Sliding.by(2)).isTracked()).isFalse();
        Tensor weights = w.tracked();
        Tensor z = Convolutions.convolve(x, weights, Sliding.by(2));
        assertThat(Gradients.of(z.sum(), List.of(weights)).get(0).toFloats()).containsOnly(4);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Tensor x = Tensor.ones(DType.FLOAT32, Shape.of(1, 4, 4, 3));
        Tensor w = Tensor.ones(DType.FLOAT32, Shape.of(5, 5, 2, 7));
        assertThatThrownBy(() -> Convolutions.convolve(x, w, Sliding.by(1)))
                .hasMessage("convolve cannot combine images [1, 4, 4, 3] with weights [5, 5, 2, 7]: the images have 3"
                        + " channels and the weights 2 in channels");
        assertThatThrownBy(() -> Convolutions.transposed(x, w, Sliding.by(1), 0, 0))
                .hasMessageContaining("the images have 3 channels and the weights 7 out channels");
        assertThatThrownBy(() -> Convolutions.convolve(x.reshape(16, 3), w, Sliding.by(1)))
                .hasMessageContaining("but was given shapes [16, 3] and [5, 5, 2, 7]");
        Tensor high = Tensor.ones(DType.FLOAT32, Shape.of(5, 1, 3, 1));
        assertThatThrownBy(() -> Convolutions.convolve(x, high, Sliding.by(1)))
                .hasMessage("a convolution's window is 5 pixels high, but the image with its padding only 4");
        Tensor small = Tensor.ones(DType.FLOAT32, Shape.of(1, 1, 1, 3));
        assertThatThrownBy(() -> Convolutions.transposed(x, small, Sliding.by(2), 2, 0))
                .hasMessage("a transposed convolution with stride 2 can add 0 to 1 rows, not 2");
        assertThatThrownBy(() -> Convolutions.transposed(x, small, Sliding.by(1).padded(2), 0, 0))
                .hasMessageContaining("leaves 0 rows");
        assertThatThrownBy(() -> Sliding.by(0)).hasMessage("strides must be at least 1, but are 0 x 0");
        assertThatThrownBy(() -> Sliding.by(1).padded(0, -1, 0, 0)).hasMessageContaining("-1 below");
        assertThatThrownBy(() -> Convolutions.convolve(x, w.to(DType.FLOAT64), Sliding.by(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
