package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.junit.jupiter.api.Test;

class MlpTest {
    private static final SampleSpec POINTS = SampleSpec.unbounded(Shape.of(2));

    @Test
    void theGeneratorHasTheseParameters() {
        Parameters parameters = MlpGenerator.DEFAULTS.open(POINTS).init(RandomStream.of(1));
        assertThat(parameters)
                .hasToString("{hidden.0.weight=[2, 128], hidden.0.bias=[128], hidden.1.weight=[128, 128],"
                        + " hidden.1.bias=[128], output.weight=[128, 2], output.bias=[2]}");
        assertThat(parameters.count()).isEqualTo(2 * 128 + 128 + 128 * 128 + 128 + 128 * 2 + 2);
    }

    @Test
    void theDiscriminatorHasTheseParameters() {
        Parameters parameters = MlpDiscriminator.DEFAULTS.network(POINTS).init(RandomStream.of(1));
        assertThat(parameters)
                .hasToString("{hidden.0.weight=[2, 128], hidden.0.bias=[128], hidden.1.weight=[128, 128],"
                        + " hidden.1.bias=[128], output.weight=[128, 1], output.bias=[1]}");
    }

    /** z = (1, 2): hidden relu(1 - 4, 0.5 + 6) = (0, 6.5), output tanh(6.5 * 0.1 - 0.3). */
    @Test
    void theGeneratorIsAChainOfAffineMapsAndActivations() {
        MlpGenerator generator = new MlpGenerator(
                NormalLatent.standard(2),
                List.of(2),
                Activation.relu(),
                OutputActivation.TANH,
                OutputBias.ZERO,
                Initializer.constant(0),
                1,
                Conditioning.NONE);
        Parameters parameters = Parameters.empty()
                .with("hidden.0.weight", Tensor.of(Shape.of(2, 2), 1f, 0.5f, -2f, 3f))
                .with("hidden.0.bias", Tensor.of(Shape.of(2), 0f, 0f))
                .with("output.weight", Tensor.of(Shape.of(2, 1), 7f, 0.1f))
                .with("output.bias", Tensor.of(Shape.of(1), -0.3f));
        Samples latent = Samples.of(Tensor.of(Shape.of(1, 2), 1f, 2f));
        Tensor made = generator.open(SampleSpec.unbounded(Shape.of(1))).generate(parameters, latent, training());
        assertThat(made.shape()).isEqualTo(Shape.of(1, 1));
        assertThat(made.item()).isCloseTo(Math.tanh(0.35), within(1e-6));
        assertThat(generator.range()).isEqualTo(new ValueRange(-1, 1));
    }

    /** Three classes: three more inputs of the first layer, or of every layer, or a vector of five features for each. */
    @Test
    void labelsAreShownWhereTheSettingSays() {
        SampleSpec spec = new SampleSpec(Shape.of(2), -1, 1, 3, () -> Tensor.of(Shape.of(2), new float[2]));
        MlpGenerator generator = new MlpGenerator(
                NormalLatent.standard(4),
                List.of(5),
                Activation.tanh(),
                OutputActivation.TANH,
                OutputBias.ZERO,
                Initializer.normal(1),
                1,
                Conditioning.NONE);
        assertThat(generator.with(Conditioning.INPUT).open(spec).init(RandomStream.of(1)))
                .hasToString("{hidden.0.weight=[7, 5], hidden.0.bias=[5], output.weight=[5, 2], output.bias=[2]}");
        MlpDiscriminator discriminator = new MlpDiscriminator(
                List.of(5), Activation.leakyRelu(0.2), Initializer.normal(1), 1, 1, Conditioning.NONE);
        assertThat(discriminator.with(Conditioning.EVERY_LAYER).network(spec).init(RandomStream.of(1)))
                .hasToString("{hidden.0.weight=[5, 5], hidden.0.bias=[5], output.weight=[8, 1], output.bias=[1]}");
        assertThat(discriminator.with(Conditioning.PROJECTION).network(spec).init(RandomStream.of(1)))
                .hasToString("{hidden.0.weight=[2, 5], hidden.0.bias=[5], output.weight=[5, 1], output.bias=[1],"
                        + " output.embedding=[3, 5]}");
        Tensor z = RandomStream.of(2).normal(Shape.of(2, 4));
        int checked = 0;
        for (Conditioning labels : Conditioning.values()) {
            DiscriminatorNetwork judge = discriminator.with(labels).network(spec);
            assertThat(discriminator.with(labels).conditional()).isEqualTo(labels != Conditioning.NONE);
            GeneratorNetwork maker = generator
                    .with(labels == Conditioning.PROJECTION ? Conditioning.NONE : labels)
                    .open(spec);
            Parameters making = maker.init(RandomStream.of(3));
            Parameters judging = judge.init(RandomStream.of(4));
            float[][] scores = new float[2][];
            for (int i = 0; i < 2; i++) {
                Tensor classes = Tensor.of(Shape.of(2), 2f, (float) i);
                Tensor made = maker.generate(making, Samples.of(z, classes), training());
                scores[i] = judge.score(judging, Samples.of(made, classes), training())
                        .toFloats();
            }
            assertThat(scores[0][0]).isEqualTo(scores[1][0]);
            assertThat(scores[0][1] == scores[1][1]).as("%s", labels).isEqualTo(labels == Conditioning.NONE);
            checked++;
        }
        assertThat(checked).isEqualTo(4);
    }

    @Test
    void imagesAreScoredAsRowsOfNumbers() {
        MlpDiscriminator discriminator = new MlpDiscriminator(
                List.of(5), Activation.leakyRelu(0.2), Initializer.normal(0.3), 1, 1, Conditioning.NONE);
        SampleSpec images = new SampleSpec(Shape.of(3, 2), 0, 1, 0, () -> Tensor.of(Shape.of(3, 2), new float[6]));
        DiscriminatorNetwork network = discriminator.network(images);
        Parameters parameters = network.init(RandomStream.of(3));
        Tensor rows = RandomStream.of(4).uniform(Shape.of(4, 6), 0, 1);
        Tensor scores = network.score(parameters, Samples.of(rows), training());
        Tensor same = network.score(parameters, Samples.of(rows.reshape(4, 3, 2)), training());
        assertThat(scores.shape()).isEqualTo(Shape.of(4, 1));
        assertThat(same.toFloats()).isEqualTo(scores.toFloats());
    }

    @Test
    void dropoutActsInTrainingOnly() {
        MlpDiscriminator discriminator = new MlpDiscriminator(
                List.of(20), Activation.relu(), Initializer.normal(0.3), 0.8, 0.5, Conditioning.NONE);
        DiscriminatorNetwork network = discriminator.network(POINTS);
        Parameters parameters = network.init(RandomStream.of(3));
        Samples samples = Samples.of(RandomStream.of(4).normal(Shape.of(6, 2)));
        float[] evaluated = network.score(parameters, samples, evaluation()).toFloats();
        assertThat(network.score(parameters, samples, evaluation()).toFloats()).isEqualTo(evaluated);
        assertThat(network.score(parameters, samples, training()).toFloats()).isNotEqualTo(evaluated);
        MlpDiscriminator without =
                new MlpDiscriminator(List.of(20), Activation.relu(), Initializer.normal(0.3), 1, 1, Conditioning.NONE);
        assertThat(without.network(POINTS)
                        .score(parameters, samples, training())
                        .toFloats())
                .isEqualTo(evaluated);
    }

    @Test
    void aLayersInitialWeightsDoNotDependOnDropout() {
        MlpDiscriminator with =
                new MlpDiscriminator(List.of(4), Activation.relu(), Initializer.normal(1), 0.8, 0.5, Conditioning.NONE);
        MlpDiscriminator without =
                new MlpDiscriminator(List.of(4), Activation.relu(), Initializer.normal(1), 1, 1, Conditioning.NONE);
        assertThat(with.network(POINTS)
                        .init(RandomStream.of(3))
                        .get("output.weight")
                        .toFloats())
                .isEqualTo(without.network(POINTS)
                        .init(RandomStream.of(3))
                        .get("output.weight")
                        .toFloats());
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatThrownBy(() -> new MlpDiscriminator(
                        List.of(3, 0), Activation.relu(), Initializer.normal(1), 1, 1, Conditioning.NONE))
                .hasMessage("hidden must be sizes of at least 1, but are [3, 0]");
        assertThatThrownBy(() -> new MlpDiscriminator(
                        List.of(3), Activation.relu(), Initializer.normal(1), Double.NaN, 1, Conditioning.NONE))
                .hasMessage("inputKeep must be above 0 and at most 1, but is NaN");
        assertThatThrownBy(() -> new MlpGenerator(
                        NormalLatent.standard(2),
                        List.of(),
                        Activation.relu(),
                        OutputActivation.TANH,
                        OutputBias.DATA_MEAN,
                        Initializer.normal(1),
                        1,
                        Conditioning.NONE))
                .hasMessage("bias: data-mean needs output: sigmoid, whose logit it is; output is TANH");
    }

    private static Pass training() {
        return ForwardPass.training(0, RandomStream.of(9), Buffers.empty());
    }

    private static Pass evaluation() {
        return ForwardPass.evaluation(0, RandomStream.of(9), Buffers.empty());
    }
}
