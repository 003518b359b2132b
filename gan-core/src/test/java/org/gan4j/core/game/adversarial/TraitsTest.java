package org.gan4j.core.game.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.SmallNetworks.LabelledDiscriminator;
import org.gan4j.core.gan.SmallNetworks.LabelledGenerator;
import org.gan4j.core.gan.SmallNetworks.SmallAutoencoder;
import org.gan4j.core.gan.SmallNetworks.SmallDiscriminator;
import org.gan4j.core.gan.SmallNetworks.SmallGenerator;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.SpectralNormAutoencoder;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.dense.Labels;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.LineGame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the choices of the tests' networks say of themselves is true of the networks that they make. */
class TraitsTest {
    private static final Shape POINT = Shape.of(1);
    private static final SampleSpec SPEC = new SampleSpec(
            POINT,
            Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            LabelledWorld.LABELS,
            () -> Tensor.zeros(DType.FLOAT32, POINT));

    static List<Generator> generators() {
        return List.of(
                new LineGame.LineGenerator(),
                new LabelledWorld.TableGenerator(true),
                new SmallGenerator(false),
                new SmallGenerator(true),
                new LabelledGenerator());
    }

    static List<Discriminator> discriminators() {
        Discriminator small = new SmallDiscriminator(false);
        SmallAutoencoder autoencoder = new SmallAutoencoder(ReconstructionError.MEAN_ABSOLUTE);
        return List.of(
                new LineGame.LineDiscriminator(0),
                new LabelledWorld.TableDiscriminator(true),
                new DiscriminatorBatchingTest.Norm(new ArrayList<>()),
                small,
                SpectralNorm.of(small),
                new SmallDiscriminator(true),
                SpectralNorm.of(new SmallDiscriminator(true)),
                new LabelledDiscriminator(),
                SpectralNorm.of(new LabelledDiscriminator()),
                autoencoder,
                SpectralNorm.of(autoencoder),
                SpectralNormAutoencoder.of(autoencoder));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void generatorsAreWhatTheySay(Generator generator) {
        GeneratorNetwork network = generator.open(SPEC);
        assertThat(network.layer().takesLabels()).isEqualTo(generator.conditional());
        assertThat(network.mixesSamples()).isEqualTo(generator.mixesSamples());
        assertThat(network.latentSize()).isEqualTo(generator.latent().size());
        assertThat(network.output()).isEqualTo(POINT);
    }

    /** The first of three samples is scored beside some neighbours and beside others, and with one label and another. */
    @ParameterizedTest
    @MethodSource("discriminators")
    void discriminatorsAreWhatTheySay(Discriminator discriminator) {
        DiscriminatorNetwork network = discriminator.network(SPEC);
        Parameters parameters = network.init(RandomStream.of(5));
        double first = score(network, parameters, Samples.of(points(0, 1, 1), Labels.of(0, 1, 1)));
        double beside = score(network, parameters, Samples.of(points(0, 1, 2), Labels.of(0, 1, 1)));
        assertThat(network.mixesSamples()).isEqualTo(discriminator.mixesSamples());
        assertThat(first != beside).isEqualTo(discriminator.mixesSamples());
        double told = score(network, parameters, Samples.of(points(0, 1, 1), Labels.of(1, 1, 1)));
        assertThat(told != first).isEqualTo(discriminator.conditional());
        if (discriminator.conditional()) {
            assertThatThrownBy(() -> score(network, parameters, Samples.of(points(0, 1, 1))))
                    .isInstanceOf(RuntimeException.class);
        } else {
            assertThat(score(network, parameters, Samples.of(points(0, 1, 1)))).isEqualTo(first);
        }
    }

    private static Tensor points(float... points) {
        return Tensor.of(Shape.of(points.length, 1), points);
    }

    private static double score(DiscriminatorNetwork network, Parameters parameters, Samples samples) {
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(4), network.buffers());
        return network.score(parameters, samples, pass.withoutUpdates()).at(0, 0);
    }

    /** Where the choice says so, the slope of the score is bounded however large the weights are. */
    @Test
    void onlyNormalisedDiscriminatorsAreLipschitz() {
        Discriminator small = new SmallDiscriminator(false);
        assertThat(small.lipschitz()).isFalse();
        assertThat(SpectralNorm.of(small).lipschitz()).isTrue();
        assertThat(SpectralNorm.of(new LabelledDiscriminator()).lipschitz()).isTrue();
        assertThat(SpectralNorm.of(new SmallDiscriminator(true)).lipschitz())
                .as("deviations of a batch are bounded by no weight")
                .isFalse();
        assertThat(slope(small, 1000)).isGreaterThan(100 * slope(small, 1));
        assertThat(slope(SpectralNorm.of(small), 1000)).isLessThan(1.1);
    }

    private static double slope(Discriminator discriminator, double factor) {
        DiscriminatorNetwork network = discriminator.network(SPEC);
        Parameters parameters =
                network.init(RandomStream.of(5)).map(value -> value.shape().rank() == 2 ? value.times(factor) : value);
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(4), network.buffers());
        double step = 1e-2 / factor;
        Tensor scores = network.score(parameters, new Samples(points(0, (float) step), Optional.empty()), pass);
        return Math.abs(scores.at(1, 0) - scores.at(0, 0)) / step;
    }
}
