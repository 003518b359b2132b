package org.gan4j.core.gan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.WatchedLayer;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.LabelProjection;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.image.GlobalAveragePool;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.ConvolutionNorm;
import org.gan4j.core.nn.norm.SpectralWeightNorm;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A trunk and heads: what is computed once, what is called how, and what is refused. */
class DiscriminatorNetworkTest {
    private static final Shape SAMPLE = Shape.of(3);
    private static final Samples BATCH =
            Samples.of(Tensor.of(Shape.of(2, 3), 0.5f, -1f, 2f, 1.5f, 0.25f, -0.75f), Labels.of(1, 0));

    private final List<Tensor> trunkInputs = new ArrayList<>();
    private final List<Tensor> classInputs = new ArrayList<>();
    private final Layer trunk = new WatchedLayer(Sequential.of(linear(4), Activation.tanh()), trunkInputs);
    private final DiscriminatorNetwork scoring = DiscriminatorNetwork.of(SAMPLE, trunk, linear(1));
    private final DiscriminatorNetwork both = scoring.withHead("classes", new WatchedLayer(linear(5), classInputs));

    private static Layer linear(int units) {
        return Linear.of(units, Initializer.normal(1));
    }

    private static Parameters initial(DiscriminatorNetwork network) {
        return network.init(RandomStream.of(9));
    }

    private static Pass evaluation(DiscriminatorNetwork network) {
        return ForwardPass.evaluation(0, RandomStream.of(4), network.buffers());
    }

    @Test
    void onePassThroughTheTrunkServesAllHeads() {
        Parameters parameters = initial(both);
        DiscriminatorOutputs outputs = both.apply(parameters, BATCH, evaluation(both));
        assertThat(trunkInputs).as("nothing is computed before it is asked for").isEmpty();
        Tensor score = outputs.score();
        assertThat(classInputs).as("heads that nobody reads").isEmpty();
        Tensor classes = outputs.head("classes");
        assertThat(outputs.score()).isSameAs(score);
        assertThat(outputs.head("classes")).isSameAs(classes);
        assertThat(outputs.head(DiscriminatorNetwork.SCORE)).isSameAs(score);
        assertThat(trunkInputs).hasSize(1);
        assertThat(classInputs).singleElement().isSameAs(outputs.features());

        Tensor features = BATCH.values()
                .affine(parameters.get("layers.0.weight"), parameters.get("layers.0.bias"))
                .tanh();
        assertThat(outputs.features().toFloats()).isEqualTo(features.toFloats());
        assertThat(score.toFloats())
                .isEqualTo(features.affine(parameters.get("output.weight"), parameters.get("output.bias"))
                        .toFloats());
        assertThat(classes.toFloats())
                .isEqualTo(features.affine(parameters.get("classes.weight"), parameters.get("classes.bias"))
                        .toFloats());
    }

    @Test
    void parametersOfAHeadStandUnderItsName() {
        assertThat(initial(scoring).names())
                .containsExactly("layers.0.weight", "layers.0.bias", "output.weight", "output.bias");
        assertThat(initial(both).names())
                .containsExactlyInAnyOrder(
                        "layers.0.weight",
                        "layers.0.bias",
                        "output.weight",
                        "output.bias",
                        "classes.weight",
                        "classes.bias");
        assertThat(scoring.features()).isEqualTo(Shape.of(4));
        assertThat(initial(both).get("classes.weight").shape()).isEqualTo(Shape.of(4, 5));
    }

    @Test
    void anotherHeadLeavesTheInitialWeightsOfTheRestAlone() {
        Parameters alone = initial(scoring);
        Parameters together = initial(both);
        for (String name : alone.names()) {
            assertThat(together.get(name).toFloats())
                    .as(name)
                    .isEqualTo(alone.get(name).toFloats());
        }
    }

    @Test
    void aHeadOnATrunkThatIsToldTheLabelsIsRefused() {
        DiscriminatorNetwork told =
                DiscriminatorNetwork.of(SAMPLE, Sequential.of(new LabelConcatenation(2), trunk), linear(1));
        assertThatThrownBy(() -> told.withHead("classes", linear(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the head \"classes\" stands on a trunk that is fed the labels of its samples, and would be"
                        + " told what it is to find out: use a discriminator whose trunk takes no labels (labels: none"
                        + " or projection)");
        assertThatThrownBy(() -> both.withHead("classes", linear(2))).hasMessage("there is a head \"classes\" already");
        assertThatThrownBy(() -> both.withHead("output", linear(1))).hasMessage("there is a head \"output\" already");
    }

    /** Where only the score's head is told the label, a head of classes still has something to find out. */
    @Test
    void aProjectionIsToldTheLabelsAndAnotherHeadIsNot() {
        DiscriminatorNetwork projecting = DiscriminatorNetwork.of(
                        SAMPLE, trunk, LabelProjection.of(2, Initializer.normal(1)))
                .withHead("classes", linear(2));
        Parameters parameters = initial(projecting);
        Samples others = Samples.of(BATCH.values(), Labels.of(0, 0));
        DiscriminatorOutputs of = projecting.apply(parameters, BATCH, evaluation(projecting));
        DiscriminatorOutputs other = projecting.apply(parameters, others, evaluation(projecting));
        assertThat(of.head("classes").toFloats())
                .isEqualTo(other.head("classes").toFloats());
        assertThat(of.score().at(0, 0)).isNotEqualTo(other.score().at(0, 0));
        assertThat(of.score().at(1, 0)).isEqualTo(other.score().at(1, 0));
    }

    @Test
    void aScoreOfTwoNumbersIsRefused() {
        String message = "a score is one number per sample, shape [1], but this network gives [2]; let it end with a"
                + " linear layer of one unit";
        assertThatThrownBy(() -> DiscriminatorNetwork.of(SAMPLE, trunk, linear(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> DiscriminatorNetwork.scoring(SAMPLE, linear(2)))
                .hasMessage(message);
    }

    @Test
    void samplesThatTheTrunkDoesNotTakeAreRefusedBeforeThereIsABatch() {
        assertThatThrownBy(() -> DiscriminatorNetwork.of(Shape.of(2, 2), trunk, linear(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[2, 2]");
        assertThatThrownBy(() -> scoring.withHead("map", new GlobalAveragePool()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[4]");
    }

    @Test
    void aHeadThatThereIsNotIsNamedWithThoseThatThereAre() {
        DiscriminatorOutputs outputs = both.apply(initial(both), BATCH, evaluation(both));
        assertThatThrownBy(() -> outputs.head("codes"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no head \"codes\"; there are [classes, output]");
        assertThat(trunkInputs).isEmpty();
    }

    /** Scaling any weight of a normalised network by a power of two changes no output. */
    @Test
    void aNormGoesForTheWeightsOfAllHeads() {
        SpectralWeightNorm norm = new SpectralWeightNorm(1, ConvolutionNorm.MATRIX);
        for (DiscriminatorNetwork normalised :
                List.of(both.with(norm), scoring.with(norm).withHead("classes", linear(5)))) {
            Parameters parameters = initial(normalised);
            assertThat(normalised.buffers().names())
                    .containsExactlyInAnyOrder(
                            "spectral-norm.layers.0.weight",
                            "spectral-norm.output.weight",
                            "spectral-norm.classes.weight");
            Parameters scaled = parameters.map(weight -> weight.shape().rank() == 2 ? weight.times(32) : weight);
            DiscriminatorOutputs of = normalised.apply(parameters, BATCH, evaluation(normalised));
            DiscriminatorOutputs same = normalised.apply(scaled, BATCH, evaluation(normalised));
            assertThat(same.score().toFloats()).isEqualTo(of.score().toFloats());
            assertThat(same.head("classes").toFloats())
                    .isEqualTo(of.head("classes").toFloats());
        }
    }

    @Test
    void aHeadMayHaveBuffersAndMixSamples() {
        DiscriminatorNetwork mixing = scoring.withHead("centred", BatchNorm.standard());
        assertThat(scoring.mixesSamples()).isFalse();
        assertThat(mixing.mixesSamples()).isTrue();
        assertThat(mixing.buffers().names()).containsExactly("centred.mean", "centred.variance");
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(4), mixing.buffers());
        DiscriminatorOutputs outputs = mixing.apply(initial(mixing), BATCH, pass);
        outputs.score();
        assertThat(pass.updates()).as("the head was not read").isEmpty();
        outputs.head("centred");
        assertThat(pass.updates()).containsOnlyKeys("centred.mean", "centred.variance");
    }

    /** A network that is one layer has that layer's names and is its own feature. */
    @Test
    void aLayerThatScoresKeepsItsNames() {
        Layer layers = Sequential.of(linear(4), Activation.tanh(), linear(1));
        DiscriminatorNetwork whole = DiscriminatorNetwork.scoring(SAMPLE, layers);
        Parameters parameters = initial(whole);
        assertThat(parameters.names())
                .containsExactly("layers.0.weight", "layers.0.bias", "layers.2.weight", "layers.2.bias");
        assertThat(whole.score(parameters, BATCH, evaluation(whole)).toFloats())
                .isEqualTo(layers.apply(parameters, BATCH.values(), evaluation(whole))
                        .toFloats());
        assertThat(whole.features()).isEqualTo(Shape.of(1));
    }
}
