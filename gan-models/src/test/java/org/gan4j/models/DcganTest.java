package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.SpectralNorm;
import org.gan4j.core.gan.UniformLatent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.NormStatistics;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.junit.jupiter.api.Test;

class DcganTest {
    private static final SampleSpec DIGITS = images(28, 1);
    private static final Optional<BatchNorm> NORM = Optional.of(BatchNorm.standard());
    private static final Initializer WEIGHTS = Initializer.normal(0.3);

    /**
     * The shapes of mnist/train_cond_dcgan.py with ny = 0 in place of its 10 labels, and images channels last: gw (nz,
     * ngfc), gw2 (ngfc, ngf * 2 * 7 * 7), gw3 (ngf * 2, ngf, 5, 5), gwx (ngf, nc, 5, 5), with nz 100, ngfc 1024, ngf 64.
     */
    @Test
    void theGeneratorForDigitsHasTheParametersOfTheReleasedCode() {
        Parameters parameters = DcganGenerator.DEFAULTS.open(DIGITS).init(RandomStream.of(1));
        assertThat(parameters)
                .hasToString("{dense.0.weight=[100, 1024], image.dense.weight=[1024, 6272],"
                        + " up.0.weight=[5, 5, 64, 128], output.weight=[5, 5, 1, 64]}");
        assertThat(parameters.count()).isEqualTo(102_400 + 6_422_528 + 204_800 + 1_600);
        assertThat(DcganGenerator.DEFAULTS.range()).isEqualTo(new ValueRange(0, 1));
    }

    /** dw (ndf, nc, 5, 5), dw2 (ndf * 2, ndf, 5, 5), dw3 (ndf * 2 * 7 * 7, ndfc), dwy (ndfc, 1), with ndf 64, ndfc 1024. */
    @Test
    void theDiscriminatorForDigitsHasTheParametersOfTheReleasedCode() {
        Parameters parameters = DcganDiscriminator.DEFAULTS.network(DIGITS).init(RandomStream.of(1));
        assertThat(parameters)
                .hasToString("{down.0.weight=[5, 5, 1, 64], down.1.weight=[5, 5, 64, 128],"
                        + " dense.0.weight=[6272, 1024], output.weight=[1024, 1]}");
        assertThat(parameters.count()).isEqualTo(1_600 + 204_800 + 6_422_528 + 1_024);
        double[] weights = parameters.get("down.1.weight").toDoubles();
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        assertThat(Math.sqrt(squares / weights.length)).isCloseTo(0.02, within(0.0002));
    }

    @Test
    void everyHiddenLayerButTheFirstThatSeesSamplesIsNormalised() {
        assertThat(DcganGenerator.DEFAULTS.open(DIGITS).buffers())
                .hasToString("{dense.0.norm.mean=[1024], dense.0.norm.variance=[1024], image.norm.mean=[6272],"
                        + " image.norm.variance=[6272], up.0.norm.mean=[64], up.0.norm.variance=[64]}");
        assertThat(DcganDiscriminator.DEFAULTS.network(DIGITS).buffers())
                .hasToString("{down.1.norm.mean=[128], down.1.norm.variance=[128], dense.0.norm.mean=[1024],"
                        + " dense.0.norm.variance=[1024]}");
    }

    @Test
    void latentVectorsBecomeDigitsAndDigitsScores() {
        GeneratorNetwork generator = DcganGenerator.DEFAULTS.open(DIGITS);
        DiscriminatorNetwork discriminator = DcganDiscriminator.DEFAULTS.network(DIGITS);
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(2), generator.buffers());
        Samples latent = DcganGenerator.DEFAULTS.latent().sample(3, RandomStream.of(3));
        Tensor made = generator.generate(generator.init(RandomStream.of(4)), latent, pass);
        assertThat(made.shape()).isEqualTo(Shape.of(3, 28, 28, 1));
        assertThat(made.allFinite()).isTrue();
        ForwardPass judging = ForwardPass.training(0, RandomStream.of(5), discriminator.buffers());
        Tensor scores = discriminator.score(discriminator.init(RandomStream.of(6)), Samples.of(made), judging);
        assertThat(scores.shape()).isEqualTo(Shape.of(3, 1));
        assertThat(scores.allFinite()).isTrue();
        assertThat(pass.updates()).hasSize(6);
        assertThat(judging.updates()).hasSize(4);
    }

    @Test
    void otherSizesAreSettings() {
        SampleSpec colours = images(64, 3);
        DcganGenerator generator = new DcganGenerator(
                new UniformLatent(100, 1),
                List.of(),
                List.of(16, 8, 4, 2),
                4,
                Activation.relu(),
                OutputActivation.TANH,
                NORM,
                WEIGHTS,
                Optional.empty(),
                Conditioning.NONE);
        GeneratorNetwork network = generator.open(colours);
        Parameters parameters = network.init(RandomStream.of(1));
        assertThat(parameters.get("image.dense.weight").shape()).isEqualTo(Shape.of(100, 4 * 4 * 16));
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(2), network.buffers());
        Samples latent = generator.latent().sample(2, RandomStream.of(3));
        assertThat(network.generate(parameters, latent, pass).shape()).isEqualTo(Shape.of(2, 64, 64, 3));
    }

    @Test
    void batchNormalisationMixesSamplesUnlessItIsFrozenOrAbsent() {
        assertThat(DcganDiscriminator.DEFAULTS.mixesSamples()).isTrue();
        assertThat(SpectralNorm.of(DcganDiscriminator.DEFAULTS).mixesSamples()).isTrue();
        assertThat(small(Optional.empty()).mixesSamples()).isFalse();
        assertThat(small(Optional.of(BatchNorm.standard().with(NormStatistics.FROZEN)))
                        .mixesSamples())
                .isFalse();
    }

    /** After many updates every convolution, taken as [5 * 5 * in, out], has the spectral norm 1 that plain iterations find. */
    @Test
    void spectralNormalisationDividesConvolutionsByTheirSpectralNorms() {
        SampleSpec spec = images(8, 2);
        DiscriminatorNetwork plain = small(Optional.empty()).network(spec);
        DiscriminatorNetwork normalised =
                SpectralNorm.of(small(Optional.empty())).network(spec);
        Parameters parameters = plain.init(RandomStream.of(7));
        Samples samples = Samples.of(RandomStream.of(8).normal(Shape.of(5, 8, 8, 2)));
        Buffers buffers = normalised.buffers();
        for (int step = 0; step < 300; step++) {
            ForwardPass pass = ForwardPass.training(step, RandomStream.of(9), buffers);
            normalised.score(parameters, samples, pass);
            buffers = buffers.updated(pass.updates());
        }
        Parameters divided = parameters.map(w -> w.dividedBy(spectralNorm(w)));
        ForwardPass pass = ForwardPass.evaluation(300, RandomStream.of(9), buffers);
        double[] expected = plain.score(divided, samples, pass).toDoubles();
        double[] actual = normalised.score(parameters, samples, pass).toDoubles();
        assertThat(buffers.get("spectral-norm.down.1.weight").shape()).isEqualTo(Shape.of(5 * 5 * 3));
        assertThat(actual).containsExactly(expected, within(1e-4));
        assertThat(plain.score(parameters, samples, pass).toDoubles()[0]).isNotCloseTo(expected[0], within(0.01));
    }

    /** A gradient penalty through the discriminator: its gradient in all weights against differences. */
    @Test
    void aSlopePenaltyThroughTheDiscriminatorHasExactGradients() {
        DiscriminatorNetwork critic = critic(List.of(2, 3), List.of(4), 3, new Activation.Softplus(), Optional.empty())
                .network(images(4, 1));
        Parameters parameters = critic.init(RandomStream.of(7)).map(w -> w.to(DType.FLOAT64));
        Tensor images = RandomStream.of(8).normal(DType.FLOAT64, Shape.of(2, 4, 4, 1), 0, 1);
        GradientCheck.check(
                1,
                weights -> {
                    Tensor x = images.tracked();
                    ForwardPass pass = ForwardPass.training(0, RandomStream.of(9), Buffers.empty());
                    Tensor scores = critic.score(parameters.withValues(weights), Samples.of(x), pass);
                    Tensor slope =
                            Gradients.differentiable(scores.sum(), List.of(x)).get(0);
                    return slope.norm(1, 2, 3).minus(1).square().mean();
                },
                parameters.list().toArray(new Tensor[0]));
    }

    @Test
    void refusesSettingsAndDataWithoutMeaning() {
        assertThatThrownBy(() -> critic(List.of(), List.of(), 5, Activation.relu(), Optional.empty()))
                .hasMessage("channels is empty: there must be at least one image inside the network");
        assertThatThrownBy(() -> critic(List.of(3), List.of(), 1, Activation.relu(), Optional.empty()))
                .hasMessage("kernel must be at least 2, the stride, but is 1");
        assertThatThrownBy(() -> DcganGenerator.DEFAULTS.open(images(30, 1)))
                .hasMessage(
                        "networks that halve images 2 times take square ones, [s, s, channels], with s a multiple of 4, but the"
                                + " data have shape [30, 30, 1]");
        assertThatThrownBy(() -> DcganDiscriminator.DEFAULTS.network(SampleSpec.unbounded(Shape.of(784))))
                .hasMessageContaining("but the data have shape [784]");
    }

    private static DcganDiscriminator small(Optional<BatchNorm> norm) {
        return critic(List.of(3, 4), List.of(6), 5, Activation.leakyRelu(0.2), norm);
    }

    private static DcganDiscriminator critic(
            List<Integer> channels, List<Integer> dense, int kernel, Activation activation, Optional<BatchNorm> norm) {
        return new DcganDiscriminator(
                channels, dense, kernel, activation, norm, WEIGHTS, Optional.empty(), Conditioning.NONE);
    }

    /** The root of the largest eigenvalue of W' W by two thousand plain power iterations. */
    private static double spectralNorm(Tensor weight) {
        int columns = weight.shape().dim(-1);
        double[] w = weight.toDoubles();
        int rows = w.length / columns;
        Random random = new Random(3);
        double[] v = random.doubles(columns).toArray();
        double norm = 0;
        for (int iteration = 0; iteration < 2000; iteration++) {
            double[] next = new double[columns];
            for (int i = 0; i < rows; i++) {
                double product = 0;
                for (int j = 0; j < columns; j++) {
                    product += w[i * columns + j] * v[j];
                }
                for (int j = 0; j < columns; j++) {
                    next[j] += w[i * columns + j] * product;
                }
            }
            double length = 0;
            for (double entry : next) {
                length += entry * entry;
            }
            norm = Math.sqrt(length);
            for (int j = 0; j < columns; j++) {
                v[j] = next[j] / norm;
            }
        }
        return Math.sqrt(norm);
    }

    private static SampleSpec images(int side, int channels) {
        Shape shape = Shape.of(side, side, channels);
        return new SampleSpec(shape, 0, 1, 0, () -> Tensor.zeros(DType.FLOAT32, shape));
    }
}
