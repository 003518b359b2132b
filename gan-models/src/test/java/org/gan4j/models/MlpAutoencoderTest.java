package org.gan4j.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MlpAutoencoderTest {
    private static final MlpAutoencoder SMALL = with(ReconstructionError.MEAN_SQUARED);

    @Test
    void hasTheseParameters() {
        assertThat(MlpAutoencoder.DEFAULTS
                        .network(SampleSpec.unbounded(Shape.of(2)))
                        .init(RandomStream.of(1)))
                .hasToString("{encoder.hidden.0.weight=[2, 128], encoder.hidden.0.bias=[128],"
                        + " encoder.output.weight=[128, 2], encoder.output.bias=[2],"
                        + " decoder.hidden.0.weight=[2, 128], decoder.hidden.0.bias=[128],"
                        + " decoder.output.weight=[128, 2], decoder.output.bias=[2]}");
    }

    /**
     * x = (1, -2, 4): code = 1 * 0.5 - 2 * 1 - 4 * 0.25 + 3 = 0.5; decoded (1, -0.5, 2) with biases (0, 0.5, 1): the
     * errors are (0, -1.5, 2), squares 0 + 2.25 + 4 = 6.25.
     */
    @ParameterizedTest
    @CsvSource({"MEAN_SQUARED, -2.0833333333", "MEAN_ABSOLUTE, -1.1666666667", "EUCLIDEAN, -2.5"})
    void theScoreIsMinusTheReconstructionError(ReconstructionError error, double expected) {
        Parameters parameters = Parameters.empty()
                .with("encoder.output.weight", Tensor.of(Shape.of(3, 1), 0.5f, 1f, -0.25f))
                .with("encoder.output.bias", Tensor.of(Shape.of(1), 3f))
                .with("decoder.output.weight", Tensor.of(Shape.of(1, 3), 2f, -2f, 2f))
                .with("decoder.output.bias", Tensor.of(Shape.of(3), 0f, 0.5f, 1f));
        AutoencoderNetwork linear = new MlpAutoencoder(
                        List.of(), 1, List.of(), Activation.relu(), OutputActivation.LINEAR, He.DEFAULTS, error)
                .network(SampleSpec.unbounded(Shape.of(3)));
        Samples samples = Samples.of(Tensor.of(Shape.of(2, 3), 1f, -2f, 4f, 0f, 0f, 0f));
        Tensor codes = linear.encode(parameters, samples, training());
        assertThat(codes.toFloats()).containsExactly(0.5f, 3f);
        assertThat(linear.decode(parameters, codes, training()).at(0, 1)).isEqualTo(-0.5);
        Tensor scores = linear.score(parameters, samples, training());
        assertThat(scores.shape()).isEqualTo(Shape.of(2, 1));
        assertThat(scores.at(0, 0)).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(ReconstructionError.class)
    void gradientsOfTheScoreAreRight(ReconstructionError error) {
        AutoencoderNetwork network = with(error).network(SampleSpec.unbounded(Shape.of(3)));
        Parameters parameters = network.init(RandomStream.of(2));
        Tensor samples = Tensor.of(Shape.of(2, 3), 0.3, -1.2, 0.8, 0.5, 0.1, -0.7);
        Tensor[] at = parameters.list().stream()
                .map(p -> Tensor.of(p.shape(), p.toDoubles()))
                .toArray(Tensor[]::new);
        GradientCheck.check(
                2, values -> network.score(parameters.withValues(values), Samples.of(samples), training()), at);
        Parameters fixed = parameters.map(p -> Tensor.of(p.shape(), p.toDoubles()));
        GradientCheck.check(2, x -> network.score(fixed, Samples.of(x.get(0)), training()), samples);
    }

    @Test
    void imagesAreCodedAsRowsOfNumbers() {
        SampleSpec images = new SampleSpec(Shape.of(3, 2), 0, 1, 0, () -> Tensor.of(Shape.of(3, 2), new float[6]));
        AutoencoderNetwork network = SMALL.network(images);
        Parameters parameters = network.init(RandomStream.of(3));
        Tensor rows = RandomStream.of(4).uniform(Shape.of(4, 6), 0, 1);
        assertThat(network.score(parameters, Samples.of(rows.reshape(4, 3, 2)), training())
                        .toFloats())
                .isEqualTo(
                        network.score(parameters, Samples.of(rows), training()).toFloats());
    }

    @Test
    void refusesSettingsWithoutMeaning() {
        assertThatThrownBy(() -> new MlpAutoencoder(
                        List.of(4),
                        0,
                        List.of(4),
                        Activation.relu(),
                        OutputActivation.LINEAR,
                        He.DEFAULTS,
                        ReconstructionError.EUCLIDEAN))
                .hasMessage("code must be a size of at least 1, but is 0");
        assertThatThrownBy(() -> ReconstructionError.EUCLIDEAN.of(
                        Tensor.of(Shape.of(2, 3), new float[6]), Tensor.of(Shape.of(2, 2), new float[4])))
                .hasMessage("the samples are [2, 3], but their reconstructions are [2, 2]");
    }

    private static MlpAutoencoder with(ReconstructionError error) {
        return new MlpAutoencoder(
                List.of(5), 2, List.of(4), Activation.tanh(), OutputActivation.SIGMOID, Initializer.normal(0.7), error);
    }

    private static Pass training() {
        return ForwardPass.training(0, RandomStream.of(9), Buffers.empty());
    }
}
