package org.gan4j.core.nn.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.image.Resampling;
import org.gan4j.core.nn.image.ResidualConvolution;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.SpectralNormLayer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ResidualTest {
    private static final RandomStream RANDOM = RandomStream.of(12);
    private static final Initializer WEIGHTS = Initializer.normal(0.5);

    private static ForwardPass pass(Layer layer, Shape input) {
        return ForwardPass.training(0, RANDOM.replay(), layer.buffers(input));
    }

    /** x = (1, -2), W = (1 0; 0 1) with ReLU before, b = (0.5, 0.25), V = 2 I: y = x + 2 relu(relu(x) + b) + c. */
    @Test
    void aBlockOfVectorsIsItsFormula() {
        ResidualMlp block = new ResidualMlp(2, Activation.relu(), WEIGHTS);
        Shape input = Shape.of(2);
        Parameters drawn = block.init(input, RANDOM.replay());
        assertThat(drawn.names())
                .containsExactly("body.hidden.weight", "body.hidden.bias", "body.output.weight", "body.output.bias");
        Parameters parameters = drawn.with("body.hidden.weight", Tensor.of(Shape.of(2, 2), 1f, 0f, 0f, 1f))
                .with("body.hidden.bias", Tensor.of(Shape.of(2), 0.5f, 0.25f))
                .with("body.output.weight", Tensor.of(Shape.of(2, 2), 2f, 0f, 0f, 2f))
                .with("body.output.bias", Tensor.of(Shape.of(2), 10f, 20f));
        Tensor y = block.apply(parameters, Tensor.of(Shape.of(1, 2), 1f, -2f), pass(block, input));
        assertThat(y.toFloats()).containsExactly(1 + 2 * 1.5f + 10, -2 + 2 * 0.25f + 20);
    }

    @Test
    void whatTheBodyAddsIsItsDifferenceFromTheShortcut() {
        Shape input = Shape.of(4, 4, 2);
        for (Resampling resampling : Resampling.values()) {
            ResidualConvolution block = block(3, resampling, Optional.empty());
            Shape output = block.output(input);
            int side = switch (resampling) {
                case NONE -> 4;
                case DOWN -> 2;
                case UP -> 8;
            };
            assertThat(output).isEqualTo(Shape.of(side, side, 3));
            Parameters parameters = block.init(input, RANDOM.replay());
            Tensor x = RANDOM.replay().split("x").normal(Shape.of(2, 4, 4, 2));
            Tensor whole = block.apply(parameters, x, pass(block, input));
            assertThat(whole.shape()).isEqualTo(Shape.of(2, side, side, 3));
            Parameters silent = parameters.with(
                    "body.second.weight", parameters.get("body.second.weight").times(0));
            Tensor kept = block.apply(silent, x, pass(block, input));
            // A convolution of kernel 1 commutes with means and repetitions of pixels.
            double sum = kept.mean().item();
            Tensor weight = parameters.get("shortcut.map.weight").reshape(2, 3);
            double expected = x.reshape(-1, 2).matmul(weight).mean().item();
            assertThat(sum).as("%s", resampling).isCloseTo(expected, within(1e-6));
            assertThat(whole.minus(kept).abs().max().item()).isGreaterThan(1e-3);
        }
    }

    @Test
    void withoutAChangeOfShapeTheShortcutIsTheIdentity() {
        Shape input = Shape.of(4, 4, 3);
        ResidualConvolution block = block(3, Resampling.NONE, Optional.empty());
        Parameters parameters = block.init(input, RANDOM.replay());
        assertThat(parameters.names()).noneMatch(name -> name.startsWith("shortcut"));
        Parameters silent = parameters.map(p -> p.times(0));
        Tensor x = RANDOM.replay().split("x").normal(Shape.of(2, 4, 4, 3));
        assertThat(block.apply(silent, x, pass(block, input)).toFloats()).isEqualTo(x.toFloats());
    }

    @Test
    void hasDerivativesOfOrderTwo() {
        List<Layer> blocks = List.of(
                new ResidualMlp(3, Activation.tanh(), WEIGHTS),
                new ResidualConvolution(2, 3, Resampling.DOWN, Activation.tanh(), Optional.empty(), WEIGHTS));
        List<Shape> inputs = List.of(Shape.of(2), Shape.of(2, 2, 1));
        for (int i = 0; i < blocks.size(); i++) {
            Layer block = blocks.get(i);
            Shape input = inputs.get(i);
            Parameters parameters = block.init(input, RANDOM.replay()).map(p -> p.to(DType.FLOAT64));
            int[] dims = new int[input.rank() + 1];
            dims[0] = 2;
            System.arraycopy(input.dims(), 0, dims, 1, input.rank());
            List<Tensor> at = new ArrayList<>(parameters.list());
            at.add(RANDOM.replay().split("x" + i).normal(DType.FLOAT64, Shape.of(dims), 0, 1));
            GradientCheck.check(
                    2,
                    t -> block.apply(
                                    parameters.withValues(t.subList(0, t.size() - 1)),
                                    t.get(t.size() - 1),
                                    pass(block, input))
                            .square()
                            .sum(),
                    at.toArray(new Tensor[0]));
        }
    }

    @Test
    void traitsAreThoseOfWhatIsInside() {
        Residual free = Residual.of(Linear.of(2, WEIGHTS));
        assertThat(free.bounded()).isFalse();
        Residual bounded = Residual.of(SpectralNormLayer.of(Linear.of(2, WEIGHTS)));
        assertThat(bounded.bounded()).isTrue();
        assertThat(Sequential.of(bounded, Activation.relu()).bounded()).isTrue();
        assertThat(Sequential.of(bounded, Linear.of(1, WEIGHTS)).bounded()).isFalse();
        assertThat(block(3, Resampling.NONE, Optional.of(BatchNorm.standard())).mixesSamples())
                .isTrue();
        assertThat(block(3, Resampling.NONE, Optional.empty()).mixesSamples()).isFalse();
        assertThat(Residual.of(new LabelConcatenation(2)).takesLabels()).isTrue();
    }

    /** A network puts blocks together once; parameters, buffers and outputs are those of the blocks as they are written. */
    @Test
    void aSizedBlockIsTheSameFunction() {
        Shape input = Shape.of(4, 4, 2);
        Layer written = Sequential.of(
                block(3, Resampling.DOWN, Optional.of(BatchNorm.standard())),
                new Flatten(),
                SpectralNormLayer.of(new ResidualMlp(5, Activation.relu(), WEIGHTS)));
        Layer sized = written.sized(input);
        assertThat(sized.toString()).contains("Residual[body=").doesNotContain("ResidualMlp", "ResidualConvolution");
        Parameters parameters = written.init(input, RANDOM.replay());
        Parameters same = sized.init(input, RANDOM.replay());
        assertThat(same.names()).isEqualTo(parameters.names());
        assertThat(sized.buffers(input).names())
                .isEqualTo(written.buffers(input).names());
        Tensor x = RANDOM.replay().split("x").normal(Shape.of(3, 4, 4, 2));
        assertThat(sized.apply(same, x, pass(sized, input)).toFloats())
                .isEqualTo(written.apply(parameters, x, pass(written, input)).toFloats());
    }

    @Test
    void refusesResultsOfTwoShapes() {
        assertThatThrownBy(() -> Residual.of(Linear.of(3, WEIGHTS)).output(Shape.of(2)))
                .hasMessage(
                        "a residual block adds two results of one shape, but its body gives [3] and its shortcut [2];"
                                + " add a shortcut that changes the shape as the body does");
        assertThatThrownBy(() ->
                        new ResidualConvolution(1, 2, Resampling.NONE, Activation.relu(), Optional.empty(), WEIGHTS))
                .hasMessageContaining("kernel must be odd");
    }

    private static ResidualConvolution block(int channels, Resampling resampling, Optional<BatchNorm> norm) {
        return new ResidualConvolution(channels, 3, resampling, Activation.relu(), norm, WEIGHTS);
    }
}
