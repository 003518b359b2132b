package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.junit.jupiter.api.Test;

class ConditionalDcganTest {
    private static final Initializer WEIGHTS = Initializer.normal(0.3);
    private static final SampleSpec SPEC = spec(3);
    private static final Tensor LABELS = Tensor.of(Shape.of(2), 2f, 0f);
    private static final Tensor OTHERS = Tensor.of(Shape.of(2), 2f, 1f);

    @Test
    void labelsDecideWhatIsGenerated() {
        for (Conditioning labels : List.of(Conditioning.INPUT, Conditioning.EVERY_LAYER)) {
            DcganGenerator generator = generator(labels);
            assertThat(generator.conditional()).isTrue();
            GeneratorNetwork network = generator.open(SPEC);
            Parameters parameters = network.init(RandomStream.of(1));
            Tensor z = generator.latent().sample(2, RandomStream.of(2)).values();
            double[] made =
                    network.generate(parameters, Samples.of(z, LABELS), pass()).toDoubles();
            double[] other =
                    network.generate(parameters, Samples.of(z, OTHERS), pass()).toDoubles();
            assertThat(made).hasSize(2 * 16);
            assertThat(other[0]).as("%s", labels).isEqualTo(made[0]);
            assertThat(other[16]).as("%s", labels).isNotEqualTo(made[16]);
        }
        assertThat(generator(Conditioning.NONE).conditional()).isFalse();
    }

    @Test
    void labelsDecideScores() {
        Tensor images = RandomStream.of(3).normal(Shape.of(2, 4, 4, 1));
        int checked = 0;
        for (Conditioning labels : Conditioning.values()) {
            DcganDiscriminator discriminator = discriminator(labels);
            assertThat(discriminator.conditional()).isEqualTo(labels != Conditioning.NONE);
            DiscriminatorNetwork network = discriminator.network(SPEC);
            Parameters parameters = network.init(RandomStream.of(1));
            double[] scores = network.score(parameters, Samples.of(images, LABELS), pass())
                    .toDoubles();
            double[] others = network.score(parameters, Samples.of(images, OTHERS), pass())
                    .toDoubles();
            assertThat(others[0]).as("%s", labels).isEqualTo(scores[0]);
            assertThat(others[1] == scores[1]).as("%s", labels).isEqualTo(labels == Conditioning.NONE);
            checked++;
        }
        assertThat(checked).isEqualTo(4);
    }

    @Test
    void whereLabelsAreShownIsSeenInTheParameters() {
        assertThat(generator(Conditioning.INPUT).open(SPEC).init(RandomStream.of(1)))
                .hasToString("{dense.0.weight=[8, 4], image.dense.weight=[4, 3], up.0.weight=[3, 3, 2, 3],"
                        + " output.weight=[3, 3, 1, 2]}");
        assertThat(generator(Conditioning.EVERY_LAYER).open(SPEC).init(RandomStream.of(1)))
                .hasToString("{dense.0.weight=[8, 4], image.dense.weight=[7, 3], up.0.weight=[3, 3, 2, 6],"
                        + " output.weight=[3, 3, 1, 5]}");
        assertThat(discriminator(Conditioning.INPUT).network(SPEC).init(RandomStream.of(1)))
                .hasToString("{down.0.weight=[3, 3, 4, 2], down.1.weight=[3, 3, 2, 3], dense.0.weight=[3, 4],"
                        + " output.weight=[4, 1]}");
        assertThat(discriminator(Conditioning.PROJECTION).network(SPEC).init(RandomStream.of(1)))
                .hasToString("{down.0.weight=[3, 3, 1, 2], down.1.weight=[3, 3, 2, 3], dense.0.weight=[3, 4],"
                        + " output.weight=[4, 1], output.embedding=[3, 4]}");
    }

    /** A gradient penalty through conditional discriminators: its gradient in all weights against differences. */
    @Test
    void aSlopePenaltyThroughLabelsHasExactGradients() {
        for (Conditioning labels : List.of(Conditioning.EVERY_LAYER, Conditioning.PROJECTION)) {
            DiscriminatorNetwork critic = discriminator(labels).network(SPEC);
            Parameters parameters = critic.init(RandomStream.of(7)).map(w -> w.to(DType.FLOAT64));
            Tensor images = RandomStream.of(8).normal(DType.FLOAT64, Shape.of(2, 4, 4, 1), 0, 1);
            GradientCheck.check(
                    1,
                    weights -> {
                        Tensor x = images.tracked();
                        Tensor scores = critic.score(parameters.withValues(weights), Samples.of(x, LABELS), pass());
                        Tensor slope = Gradients.differentiable(scores.sum(), List.of(x))
                                .get(0);
                        return slope.norm(1, 2, 3).minus(1).square().mean();
                    },
                    parameters.list().toArray(new Tensor[0]));
        }
    }

    /** The vectors of the labels are weights like others: they are divided by their spectral norm too. */
    @Test
    void spectralNormalisationTakesConditionalDiscriminators() {
        SpectralNorm normalised = SpectralNorm.of(discriminator(Conditioning.PROJECTION));
        assertThat(normalised.conditional()).isTrue();
        assertThat(normalised.network(SPEC).buffers().names()).contains("spectral-norm.output.embedding");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> generator(Conditioning.INPUT).open(spec(0)))
                .hasMessage(
                        "networks with labels need data whose samples belong to classes, but these data have none; take"
                                + " data with labels, or set labels: none");
        assertThatThrownBy(() -> discriminator(Conditioning.PROJECTION).network(spec(0)))
                .hasMessageContaining("these data have none");
        assertThatThrownBy(() -> generator(Conditioning.PROJECTION))
                .hasMessage("labels must be none, input or every-layer in a generator, but is projection, which scores"
                        + " features and belongs to discriminators");
        DiscriminatorNetwork discriminator = discriminator(Conditioning.INPUT).network(SPEC);
        Parameters parameters = discriminator.init(RandomStream.of(1));
        Tensor images = Tensor.zeros(DType.FLOAT32, Shape.of(2, 4, 4, 1));
        assertThatThrownBy(() -> discriminator.score(parameters, Samples.of(images), pass()))
                .hasMessageContaining("was given samples without labels");
        assertThatThrownBy(() ->
                        discriminator.score(parameters, Samples.of(images, Tensor.of(Shape.of(2), 0f, 3f)), pass()))
                .hasMessageContaining("The label of sample 1 is 3.0, but this network knows the classes 0 to 2");
    }

    private static DcganGenerator generator(Conditioning labels) {
        return new DcganGenerator(
                NormalLatent.standard(5),
                List.of(4),
                List.of(3, 2),
                3,
                Activation.tanh(),
                OutputActivation.TANH,
                Optional.empty(),
                WEIGHTS,
                Optional.empty(),
                labels);
    }

    private static DcganDiscriminator discriminator(Conditioning labels) {
        return new DcganDiscriminator(
                List.of(2, 3),
                List.of(4),
                3,
                new Activation.Softplus(),
                Optional.empty(),
                WEIGHTS,
                Optional.empty(),
                labels);
    }

    private static ForwardPass pass() {
        return ForwardPass.training(0, RandomStream.of(9), Buffers.empty());
    }

    private static SampleSpec spec(int classes) {
        Shape shape = Shape.of(4, 4, 1);
        return new SampleSpec(shape, -1, 1, classes, () -> Tensor.zeros(DType.FLOAT32, shape));
    }
}
