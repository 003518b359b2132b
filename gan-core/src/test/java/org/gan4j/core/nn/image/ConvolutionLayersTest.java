package org.gan4j.core.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Reshape;
import org.gan4j.core.nn.init.Fan;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ConvolutionLayersTest {
    private static final Initializer SMALL = Initializer.normal(0.5);

    private final RandomStream random = RandomStream.of(78);

    /** Every layer keeps what it says of its output, its parameters and its dtype, for one example and for several. */
    @Test
    void layersGiveTheShapesTheySay() {
        List<Layer> layers = List.of(
                Convolution.of(7, 3, 1, 1, SMALL),
                Convolution.of(2, 4, 3, 0, SMALL).withoutBiases(),
                TransposedConvolution.enlarging(5, 5, 2, SMALL),
                TransposedConvolution.enlarging(1, 4, 2, SMALL).withoutBiases(),
                new TransposedConvolution(2, 3, 3, 1, 2, SMALL, Optional.empty()),
                Upsample.DEFAULTS,
                new Upsample(3),
                AveragePool.DEFAULTS,
                BatchNorm.standard(),
                BatchNorm.standard().withoutScaleAndShift());
        Shape example = Shape.of(6, 4, 3);
        for (Layer layer : layers) {
            Parameters p = layer.init(example, random.split(layer.toString()));
            for (int n : new int[] {1, 5}) {
                Tensor x = Tensor.ones(DType.FLOAT32, Sizes.batch(n, example));
                Pass pass = ForwardPass.training(0, random, layer.buffers(example));
                assertThat(layer.apply(p, x, pass).shape())
                        .as("%s", layer)
                        .isEqualTo(Sizes.batch(n, layer.output(example)));
            }
        }
    }

    @Test
    void aTransposedConvolutionEnlargesByItsStrideExactly() {
        int checked = 0;
        for (int stride = 1; stride <= 4; stride++) {
            for (int kernel = stride; kernel <= 7; kernel += stride == 1 ? 2 : 1) {
                Layer layer = TransposedConvolution.enlarging(2, kernel, stride, SMALL);
                assertThat(layer.output(Shape.of(7, 3, 1))).isEqualTo(Shape.of(7 * stride, 3 * stride, 2));
                checked++;
            }
        }
        assertThat(checked).isEqualTo(19);
    }

    @Test
    void parametersAreNamedAndCounted() {
        Parameters p = Convolution.of(7, 3, 2, 1, SMALL).init(Shape.of(8, 8, 2), random);
        assertThat(p.inventory()).contains("weight  [3, 3, 2, 7]").contains("bias    [7]");
        Parameters q = TransposedConvolution.enlarging(7, 4, 2, SMALL).init(Shape.of(8, 8, 2), random.split("q"));
        assertThat(q.inventory()).contains("weight  [4, 4, 7, 2]").contains("bias    [7]");
        assertThat(Convolution.of(7, 3, 2, 1, SMALL)
                        .withoutBiases()
                        .init(Shape.of(8, 8, 2), random.split("r"))
                        .names())
                .containsExactly("weight");
    }

    /** With He's distribution outputs have twice the variance of inputs, whatever the stride: the fan counts their inputs. */
    @Test
    void initialWeightsKeepTheVarianceWithTheRightFan() {
        Tensor x = random.split("x").normal(Shape.of(4, 16, 16, 8));
        for (Layer layer : List.of(
                new Convolution(64, 5, 2, 0, He.DEFAULTS, Optional.empty()),
                new Convolution(64, 3, 1, 0, He.DEFAULTS, Optional.empty()),
                new TransposedConvolution(64, 4, 2, 3, 0, He.DEFAULTS, Optional.empty()),
                new TransposedConvolution(64, 6, 3, 5, 0, He.DEFAULTS, Optional.empty()))) {
            Parameters p = layer.init(Shape.of(16, 16, 8), random.split(layer.toString()));
            Tensor y = layer.apply(p, x, evaluation());
            assertThat(y.square().mean().item()).as("%s", layer).isBetween(1.7, 2.3);
        }
        Capture capture = new Capture(new ArrayList<>());
        new Convolution(7, 5, 2, 0, capture, Optional.empty()).init(Shape.of(9, 9, 3), random);
        new TransposedConvolution(7, 4, 2, 0, 0, capture, Optional.empty()).init(Shape.of(9, 9, 3), random);
        assertThat(capture.seen).containsExactly("[5, 5, 3, 7] Fan[in=75, out=44]", "[4, 4, 3, 7] Fan[in=12, out=112]");
    }

    @Test
    void pixelsAreRepeatedAndAveraged() {
        Tensor x = Tensor.of(Shape.of(1, 2, 2, 1), 1f, 2f, 3f, 4f);
        Tensor large = new Upsample(2).apply(Parameters.empty(), x, evaluation());
        assertThat(large.toFloats()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
        Tensor wide = Tensor.of(Shape.of(1, 2, 4, 1), 1f, 2f, 3f, 4f, 5f, 6f, 7f, 18f);
        assertThat(new AveragePool(2)
                        .apply(Parameters.empty(), wide, evaluation())
                        .toFloats())
                .containsExactly(3.5f, 8);
        assertThat(new AveragePool(2)
                        .apply(Parameters.empty(), large, evaluation())
                        .toFloats())
                .containsExactly(x.toFloats());
    }

    @Test
    void gradientsOfNetworksMatchDifferences() {
        Sequential network = Sequential.of(
                Reshape.to(Shape.of(2, 2, 3)),
                TransposedConvolution.enlarging(2, 3, 2, SMALL),
                BatchNorm.standard(),
                Activation.tanh(),
                new Upsample(2),
                Convolution.of(3, 3, 2, 1, SMALL),
                new AveragePool(2));
        Shape example = Shape.of(12);
        Parameters p = network.init(example, random.split("init")).map(t -> t.to(DType.FLOAT64));
        List<Tensor> at = new ArrayList<>(p.list());
        at.add(random.split("x").normal(DType.FLOAT64, Shape.of(3, 12), 0, 1));
        GradientCheck.check(
                2,
                arguments -> network.apply(
                        p.withValues(arguments.subList(0, p.size())),
                        arguments.get(p.size()),
                        ForwardPass.training(0, random.replay(), network.buffers(example))),
                at.toArray(new Tensor[0]));
    }

    @Test
    void inputsAndSettingsThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> Convolution.of(3, 3, 1, 0, SMALL).init(Shape.of(784), random))
                .hasMessage("Convolution takes examples with 3 axes, but these have shape [784]; put a Reshape to"
                        + " [height, width, channels] before it");
        assertThatThrownBy(() -> Convolution.of(3, 5, 1, 1, SMALL).output(Shape.of(2, 9, 1)))
                .hasMessageContaining("5 pixels high");
        assertThatThrownBy(() -> new AveragePool(2).output(Shape.of(7, 4, 1)))
                .hasMessage(
                        "AveragePool makes one pixel of squares of 2 x 2 pixels, which images of shape [7, 4, 1] cannot be cut"
                                + " into");
        assertThatThrownBy(() -> Convolution.of(3, 3, 0, 0, SMALL)).hasMessage("stride must be at least 1, but is 0");
        assertThatThrownBy(() -> Convolution.of(3, 3, 1, -1, SMALL))
                .hasMessage("padding must be at least 0, but is -1");
        assertThatThrownBy(() -> new TransposedConvolution(1, 4, 2, 1, 2, SMALL, Optional.empty()))
                .hasMessage("outputPadding must be at least 0 and below the stride 2, but is 2");
        assertThatThrownBy(() -> TransposedConvolution.enlarging(1, 1, 2, SMALL))
                .hasMessage("kernel must be at least the stride 2, but is 1");
        assertThatThrownBy(() -> TransposedConvolution.enlarging(1, 4, 1, SMALL))
                .hasMessage("kernel must be odd for a stride of 1, but is 4");
        assertThatThrownBy(() -> new Upsample(0)).hasMessage("factor must be at least 1, but is 0");
    }

    private static Pass evaluation() {
        return ForwardPass.evaluation(0, RandomStream.of(1), Buffers.empty());
    }

    /** Remembers what it is asked for. */
    private record Capture(List<String> seen) implements Initializer {
        @Override
        public Tensor initial(Shape shape, Fan fan, RandomStream stream) {
            seen.add(shape + " " + fan);
            return Tensor.zeros(DType.FLOAT32, shape);
        }
    }
}
