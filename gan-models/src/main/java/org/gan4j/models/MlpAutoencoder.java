package org.gan4j.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.tensor.Shape;

/**
 * An autoencoder of affine layers: samples become codes, codes become reconstructions, and what is lost is the energy.
 *
 * <p>score(x) = -error(x, decode(encode(x))). The code is linear. Parameters are called "encoder.hidden.0.weight", ...,
 * "encoder.output.weight", "decoder.hidden.0.weight", ..., "decoder.output.weight", and likewise the biases. Samples of
 * any shape are coded as rows of numbers.
 *
 * <p>A code as large as a sample, with wide layers, can come to reconstruct everything; what keeps energies of generated
 * samples high is then the game alone.
 *
 * @param encoder the sizes of the encoder's hidden layers, first to last; may be empty
 * @param code the size of the code
 * @param decoder the sizes of the decoder's hidden layers, first to last; may be empty
 * @param activation after each hidden layer
 * @param output after the decoder's output layer
 * @param weights the initial weights; biases start at 0
 * @param error how far a reconstruction is from its sample
 * @see <a href="https://arxiv.org/abs/1609.03126">Zhao, Mathieu and LeCun, Energy-based GAN, 2017, section 2.3</a>
 */
@About(
        value = "An autoencoder of affine layers, whose score is minus the reconstruction error.",
        formula = "score(x) = -error(x, decode(encode(x)))",
        paper = "Zhao, Mathieu and LeCun, Energy-based GAN, 2017, https://arxiv.org/abs/1609.03126")
public record MlpAutoencoder(
        List<Integer> encoder,
        int code,
        List<Integer> decoder,
        Activation activation,
        OutputActivation output,
        Initializer weights,
        ReconstructionError error)
        implements Autoencoder {
    /** For points in the plane: a code of 2 between layers of 128 rectifiers, linear output, mean squared error. */
    public static final MlpAutoencoder DEFAULTS = new MlpAutoencoder(
            List.of(128),
            2,
            List.of(128),
            Activation.relu(),
            OutputActivation.LINEAR,
            He.DEFAULTS,
            ReconstructionError.MEAN_SQUARED);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a size is below 1
     */
    public MlpAutoencoder {
        Objects.requireNonNull(activation, "activation is null");
        Objects.requireNonNull(output, "output is null");
        Objects.requireNonNull(weights, "weights is null");
        Objects.requireNonNull(error, "error is null");
        encoder = ArchitectureChecks.units("encoder", encoder);
        decoder = ArchitectureChecks.units("decoder", decoder);
        if (code < 1) {
            throw new IllegalArgumentException("code must be a size of at least 1, but is " + code);
        }
    }

    @Override
    public AutoencoderNetwork network(SampleSpec spec) {
        Shape samples = spec.shape();
        List<Layer> encoding = new ArrayList<>();
        encoding.add(new Flatten());
        add(encoding, encoder, code);
        List<Layer> decoding = new ArrayList<>();
        add(decoding, decoder, samples.size());
        decoding.add(output.activation());
        return AutoencoderNetwork.of(samples, new Sequential(encoding), new Sequential(decoding), error);
    }

    private void add(List<Layer> layers, List<Integer> hidden, int outputs) {
        for (int i = 0; i < hidden.size(); i++) {
            layers.add(new NamedLayer("hidden." + i, Linear.of(hidden.get(i), weights)));
            layers.add(activation);
        }
        layers.add(new NamedLayer("output", Linear.of(outputs, weights)));
    }
}
