package org.gan4j.core.nn.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.nn.image.Convolution;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class LabelLayersTest {
    private static final Initializer WEIGHTS = Initializer.normal(0.5);
    private static final Tensor LABELS = Tensor.of(Shape.of(3), 2f, 0f, 2f);

    private final RandomStream random = RandomStream.of(79);

    @Test
    void vectorsGetACoordinateForEachClass() {
        Tensor x = Tensor.of(Shape.of(3, 2), 5f, 6f, 7f, 8f, 9f, 10f);
        Tensor y = new LabelConcatenation(4).apply(Parameters.empty(), x, pass(LABELS));
        assertThat(y.shape()).isEqualTo(Shape.of(3, 6));
        assertThat(y.toFloats()).containsExactly(5, 6, 0, 0, 1, 0, 7, 8, 1, 0, 0, 0, 9, 10, 0, 0, 1, 0);
        assertThat(new LabelConcatenation(4).output(Shape.of(2))).isEqualTo(Shape.of(6));
    }

    @Test
    void everyPixelOfAnImageGetsAChannelForEachClass() {
        Tensor x = Tensor.of(Shape.of(2, 1, 2, 1), 5f, 6f, 7f, 8f);
        Tensor labels = Tensor.of(Shape.of(2), 1f, 0f);
        Tensor y = new LabelConcatenation(2).apply(Parameters.empty(), x, pass(labels));
        assertThat(y.shape()).isEqualTo(Shape.of(2, 1, 2, 3));
        assertThat(y.toFloats()).containsExactly(5, 0, 1, 6, 0, 1, 7, 1, 0, 8, 1, 0);
        assertThat(new LabelConcatenation(2).output(Shape.of(4, 3, 5))).isEqualTo(Shape.of(4, 3, 7));
    }

    /** The labels of a pass reach layers inside others. */
    @Test
    void aNetworkThatSeesLabelsAtEveryLayer() {
        Sequential network = Sequential.of(
                new LabelConcatenation(3),
                Linear.of(4, WEIGHTS),
                Sequential.of(new NamedLayer("label", new LabelConcatenation(3)), Linear.of(2, WEIGHTS)));
        Parameters p = network.init(Shape.of(5), random);
        assertThat(p)
                .hasToString("{layers.1.weight=[8, 4], layers.1.bias=[4], layers.2.layers.1.weight=[7, 2],"
                        + " layers.2.layers.1.bias=[2]}");
        Tensor x = random.split("x").normal(Shape.of(3, 5));
        float[] y = network.apply(p, x, pass(LABELS)).toFloats();
        float[] other =
                network.apply(p, x, pass(Tensor.of(Shape.of(3), 2f, 1f, 2f))).toFloats();
        assertThat(other[0]).isEqualTo(y[0]);
        assertThat(other[2]).isNotEqualTo(y[2]);
        assertThat(other[5]).isEqualTo(y[5]);
    }

    /**
     * x1 = (1, 2) with label 2: 1 * 10 + 2 * 20 + 3 + (1 * 5 + 2 * 6) = 70; x2 = (3, 4) with label 0: 30 + 80 + 3 + (3 * 1 + 4
     * * 2) = 124; x3 = (-1, 7) with label 2: -10 + 140 + 3 + (-5 + 42) = 170.
     */
    @Test
    void theScoreIsALinearMapAndAnInnerProductWithTheVectorOfTheLabel() {
        LabelProjection layer = LabelProjection.of(3, WEIGHTS);
        Parameters p = Parameters.empty()
                .with("weight", Tensor.of(Shape.of(2, 1), 10f, 20f))
                .with("bias", Tensor.of(Shape.of(1), 3f))
                .with("embedding", Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f));
        Tensor x = Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, -1f, 7f);
        Tensor y = layer.apply(p, x, pass(LABELS));
        assertThat(y.shape()).isEqualTo(Shape.of(3, 1));
        assertThat(y.toFloats()).containsExactly(70, 124, 170);
        assertThat(layer.init(Shape.of(2), random)).hasToString("{weight=[2, 1], bias=[1], embedding=[3, 2]}");
        assertThat(layer.withoutBiases().init(Shape.of(2), random.split("b")).names())
                .containsExactly("weight", "embedding");
    }

    /** dy/dV_l = the sum of the features with label l: class 1, which no sample has, gets none. */
    @Test
    void onlyTheVectorsOfLabelsInTheBatchGetAGradient() {
        Tensor embedding = Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f).tracked();
        Parameters p = Parameters.empty()
                .with("weight", Tensor.of(Shape.of(2, 1), 10f, 20f))
                .with("embedding", embedding);
        Tensor x = Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, -1f, 7f);
        Tensor y = LabelProjection.of(3, WEIGHTS).apply(p, x, pass(LABELS));
        assertThat(Gradients.of(y.sum(), List.of(embedding)).get(0).toFloats()).containsExactly(3, 4, 0, 0, 0, 9);
    }

    @Test
    void gradientsThroughConcatenationMatchDifferences() {
        Sequential network = Sequential.of(
                new LabelConcatenation(3),
                Convolution.of(2, 2, 1, 0, WEIGHTS),
                Activation.tanh(),
                new Flatten(),
                new LabelConcatenation(3),
                Linear.of(2, WEIGHTS),
                new Activation.Softplus());
        check(network, Shape.of(3, 2, 2));
    }

    @Test
    void gradientsThroughProjectionMatchDifferences() {
        check(
                Sequential.of(
                        Linear.of(4, WEIGHTS), Activation.tanh(), LabelProjection.of(3, WEIGHTS), Activation.tanh()),
                Shape.of(5));
    }

    /** The slope of the score at the sample, as a penalty sees it: y = x W + x . V_l has the gradient W + V_l in x. */
    @Test
    void theSlopeOfAProjectionDependsOnTheLabel() {
        Parameters p = Parameters.empty()
                .with("weight", Tensor.of(Shape.of(2, 1), 10f, 20f))
                .with("embedding", Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f));
        Tensor x = Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, -1f, 7f).tracked();
        Tensor y = LabelProjection.of(3, WEIGHTS).apply(p, x, pass(LABELS));
        Tensor slope = Gradients.differentiable(y.sum(), List.of(x)).get(0);
        assertThat(slope.toDoubles()).containsExactly(new double[] {15, 26, 11, 22, 15, 26}, within(1e-6));
    }

    @Test
    void missingAndUnknownLabelsAreRefused() {
        Layer layer = new LabelConcatenation(3);
        Tensor x = Tensor.ones(DType.FLOAT32, Shape.of(3, 2));
        assertThatThrownBy(() -> layer.apply(Parameters.empty(), x, ForwardPass.training(0, random, Buffers.empty())))
                .isInstanceOf(UserError.class)
                .hasMessage("A conditional network was given samples without labels. In a configuration take data with"
                        + " labels and a conditional game, or networks without labels; in code give every sample its"
                        + " class number, Samples.of(values, labels).");
        assertThatThrownBy(() -> layer.apply(Parameters.empty(), x, pass(Tensor.of(Shape.of(3), 0f, 3f, 1f))))
                .hasMessage(
                        "The label of sample 1 is 3.0, but this network knows the classes 0 to 2, as many as the data"
                                + " that it was made for");
        for (float wrong : new float[] {-1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Labels.oneHot(Tensor.of(Shape.of(1), wrong), 3, DType.FLOAT32))
                    .hasMessageContaining("The label of sample 0 is " + (double) wrong);
        }
        assertThatThrownBy(() -> layer.apply(Parameters.empty(), x, pass(Tensor.of(Shape.of(2), 0f, 1f))))
                .hasMessage("There are 2 labels for 3 samples; a conditional network needs one for each");
        assertThatThrownBy(() -> new LabelConcatenation(0)).hasMessage("classes must be at least 1, but is 0");
        assertThatThrownBy(() -> LabelProjection.of(0, WEIGHTS)).hasMessage("classes must be at least 1, but is 0");
        assertThatThrownBy(() -> layer.output(Shape.of(2, 2)))
                .hasMessage("An example of LabelConcatenation must be a vector, [size], or an image, [height, width,"
                        + " channels], but is [2, 2]");
    }

    private void check(Sequential network, Shape example) {
        Parameters p = network.init(example, random.split("init")).map(t -> t.to(DType.FLOAT64));
        List<Tensor> at = new ArrayList<>(p.list());
        at.add(random.split("x").normal(DType.FLOAT64, Sizes.batch(3, example), 0, 1));
        GradientCheck.check(
                2,
                arguments -> network.apply(
                        p.withValues(arguments.subList(0, p.size())), arguments.get(p.size()), pass(LABELS)),
                at.toArray(new Tensor[0]));
    }

    private Pass pass(Tensor labels) {
        return ForwardPass.training(0, random.replay(), Buffers.empty()).withLabels(Optional.of(labels));
    }
}
