package org.gan4j.core.gan.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.SmallNetworks;
import org.gan4j.core.gan.SmallNetworks.SmallAutoencoder;
import org.gan4j.core.gan.SpectralNormAutoencoder;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.WatchedLayer;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.ConvolutionNorm;
import org.gan4j.core.nn.norm.SpectralNorms;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Codes, reconstructions and energies, with and without a norm on the weights. */
class AutoencoderNetworkTest {
    private static final Autoencoder SQUARED = new SmallAutoencoder(ReconstructionError.MEAN_SQUARED);
    private static final Samples BATCH = Samples.of(Tensor.of(Shape.of(3, 2), 0.5f, -1f, 2f, 1.5f, 0.25f, -0.75f));

    private static Parameters initial(AutoencoderNetwork network) {
        return network.init(RandomStream.of(9));
    }

    private static ForwardPass evaluation(AutoencoderNetwork network) {
        return ForwardPass.evaluation(0, RandomStream.of(4), network.buffers());
    }

    private static Layer linear(int units) {
        return Linear.of(units, Initializer.normal(1));
    }

    @ParameterizedTest
    @EnumSource(ReconstructionError.class)
    void theEnergyIsTheErrorOfTheReconstructionAndTheScoreItsNegative(ReconstructionError error) {
        AutoencoderNetwork network = new SmallAutoencoder(error).network(SmallNetworks.SPEC);
        Parameters parameters = initial(network);
        AutoencoderNetwork.Outputs outputs = network.apply(parameters, BATCH, evaluation(network));
        Tensor codes = BATCH.values()
                .affine(parameters.get("encoder.layers.0.weight"), parameters.get("encoder.layers.0.bias"))
                .tanh();
        Tensor reconstructions = codes.affine(parameters.get("decoder.weight"), parameters.get("decoder.bias"));
        assertThat(outputs.features().toFloats()).isEqualTo(codes.toFloats());
        assertThat(network.encode(parameters, BATCH, evaluation(network)).toFloats())
                .isEqualTo(codes.toFloats());
        assertThat(network.decode(parameters, codes, evaluation(network)).toFloats())
                .isEqualTo(reconstructions.toFloats());
        Tensor energy = error.of(BATCH.values(), reconstructions);
        assertThat(outputs.energy().toFloats()).isEqualTo(energy.toFloats());
        assertThat(outputs.energy().shape()).isEqualTo(Shape.of(3, 1));
        assertThat(network.score(parameters, BATCH, evaluation(network)).toFloats())
                .isEqualTo(energy.negate().toFloats());
    }

    /** Both ways to the codes see the weights divided by their norms, and so does the energy. */
    @Test
    void codesAreThereUnderASpectralNormAndAreThoseOfTheNormalisedWeights() {
        AutoencoderNetwork plain = SQUARED.network(SmallNetworks.SPEC);
        AutoencoderNetwork network = SpectralNormAutoencoder.of(SQUARED).network(SmallNetworks.SPEC);
        assertThat(network.buffers().names())
                .containsExactly("spectral-norm.encoder.layers.0.weight", "spectral-norm.decoder.weight");
        Parameters parameters = initial(network);
        assertThat(parameters.names()).isEqualTo(initial(plain).names());
        Parameters divided =
                SpectralNorms.normalised(parameters, evaluation(network).at("spectral-norm"), 1);
        assertThat(divided.get("encoder.layers.0.weight").norm().item())
                .isNotCloseTo(parameters.get("encoder.layers.0.weight").norm().item(), within(0.01));
        AutoencoderNetwork.Outputs outputs = network.apply(parameters, BATCH, evaluation(network));
        AutoencoderNetwork.Outputs expected = plain.apply(divided, BATCH, evaluation(plain));
        assertThat(outputs.features().toFloats()).isEqualTo(expected.features().toFloats());
        assertThat(network.encode(parameters, BATCH, evaluation(network)).toFloats())
                .isEqualTo(expected.features().toFloats());
        assertThat(network.decode(parameters, outputs.features(), evaluation(network))
                        .toFloats())
                .isEqualTo(plain.decode(divided, expected.features(), evaluation(plain))
                        .toFloats());
        assertThat(outputs.energy().toFloats()).isEqualTo(expected.energy().toFloats());
    }

    /** Encoding, decoding and scoring in one pass of an update use vectors that have moved once. */
    @Test
    void theVectorsMoveOncePerUpdate() {
        AutoencoderNetwork network = SpectralNormAutoencoder.of(SQUARED).network(SmallNetworks.SPEC);
        Parameters parameters = initial(network);
        ForwardPass pass = ForwardPass.training(0, RandomStream.of(4), network.buffers());
        Tensor codes = network.encode(parameters, BATCH, pass);
        float[] moved = pass.buffer("spectral-norm.decoder.weight").toFloats();
        assertThat(moved)
                .isNotEqualTo(
                        network.buffers().get("spectral-norm.decoder.weight").toFloats());
        network.decode(parameters, codes, pass);
        assertThat(network.encode(parameters, BATCH, pass).toFloats()).isEqualTo(codes.toFloats());
        assertThat(pass.buffer("spectral-norm.decoder.weight").toFloats()).isEqualTo(moved);
    }

    @Test
    void aHeadStandsOnTheCodesWhichAreComputedOnce() {
        List<Tensor> encoded = new ArrayList<>();
        AutoencoderNetwork network = AutoencoderNetwork.of(
                        Shape.of(2), new WatchedLayer(linear(3), encoded), linear(2), ReconstructionError.EUCLIDEAN)
                .withHead("classes", linear(5));
        Parameters parameters = initial(network);
        assertThat(parameters.names())
                .containsExactlyInAnyOrder(
                        "encoder.weight",
                        "encoder.bias",
                        "decoder.weight",
                        "decoder.bias",
                        "classes.weight",
                        "classes.bias");
        AutoencoderNetwork.Outputs outputs = network.apply(parameters, BATCH, evaluation(network));
        assertThat(encoded).isEmpty();
        Tensor classes = outputs.head("classes");
        assertThat(outputs.head("classes")).isSameAs(classes);
        assertThat(outputs.score().toFloats())
                .isEqualTo(outputs.energy().negate().toFloats());
        assertThat(encoded).hasSize(1);
        assertThat(classes.toFloats())
                .isEqualTo(outputs.features()
                        .affine(parameters.get("classes.weight"), parameters.get("classes.bias"))
                        .toFloats());
        assertThatThrownBy(() -> outputs.head("codes")).hasMessage("there is no head \"codes\"; there are [classes]");
        assertThat(network.features()).isEqualTo(Shape.of(3));
    }

    @Test
    void anotherHeadLeavesTheInitialWeightsOfTheRestAlone() {
        AutoencoderNetwork plain = SQUARED.network(SmallNetworks.SPEC);
        Parameters alone = initial(plain);
        Parameters together = initial(plain.withHead("classes", linear(5)));
        for (String name : alone.names()) {
            assertThat(together.get(name).toFloats())
                    .as(name)
                    .isEqualTo(alone.get(name).toFloats());
        }
    }

    @Test
    void namesThatAreTakenAndTrunksThatAreToldTheLabelsAreRefused() {
        AutoencoderNetwork network = SQUARED.network(SmallNetworks.SPEC);
        for (String taken : List.of("output", "encoder", "decoder")) {
            assertThatThrownBy(() -> network.withHead(taken, linear(1)))
                    .hasMessage("a head of an autoencoder cannot be called \"" + taken + "\"");
        }
        AutoencoderNetwork told = AutoencoderNetwork.of(
                Shape.of(2),
                Sequential.of(new LabelConcatenation(2), linear(3)),
                linear(2),
                ReconstructionError.EUCLIDEAN);
        assertThatThrownBy(() -> told.withHead("classes", linear(2)))
                .hasMessageStartingWith("the head \"classes\" stands on a trunk that is fed the labels of its samples");
        assertThatThrownBy(() -> AutoencoderNetwork.of(
                        Shape.of(2), Activation.identity(), linear(3), ReconstructionError.EUCLIDEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("samples are [2], but the decoder's reconstructions are [3]");
    }

    @Test
    void aNormOfANormIsRefused() {
        SpectralNormAutoencoder once = SpectralNormAutoencoder.of(SQUARED);
        assertThatThrownBy(() -> SpectralNormAutoencoder.of(once))
                .hasMessage("discriminator is a spectral-norm itself: give the one inside");
        assertThatThrownBy(() -> new SpectralNormAutoencoder(SQUARED, 0, ConvolutionNorm.MATRIX))
                .hasMessage("iterations must be at least 1, but is 0");
    }
}
