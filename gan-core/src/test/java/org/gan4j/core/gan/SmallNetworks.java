package org.gan4j.core.gan;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.gan.network.ReconstructionError;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.LabelConcatenation;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.tensor.Shape;

/** Networks of one hidden layer for tests, with smooth activations, so that their derivatives can be checked. */
public final class SmallNetworks {
    /** The shape of the samples. */
    public static final Shape SAMPLE = Shape.of(2);

    /** Unlabelled samples without bounds. */
    public static final SampleSpec SPEC = SampleSpec.unbounded(SAMPLE);

    private SmallNetworks() {}

    /** A generator of three latent coordinates, with batch normalisation if asked for. */
    public record SmallGenerator(boolean mixesSamples) implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(3);
        }

        @Override
        public Layer network(SampleSpec spec) {
            List<Layer> layers = hidden(5, mixesSamples);
            layers.add(linear(spec.shape().size()));
            return new Sequential(layers);
        }
    }

    /** A generator that is told the label of each sample. */
    public record LabelledGenerator() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(3);
        }

        @Override
        public Layer network(SampleSpec spec) {
            List<Layer> layers = hidden(5, false);
            layers.add(0, new LabelConcatenation(spec.classes()));
            layers.add(linear(spec.shape().size()));
            return new Sequential(layers);
        }

        @Override
        public boolean conditional() {
            return true;
        }
    }

    /** A discriminator, with batch normalisation if asked for. */
    public record SmallDiscriminator(boolean mixesSamples) implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            return DiscriminatorNetwork.of(spec.shape(), new Sequential(hidden(6, mixesSamples)), linear(1));
        }
    }

    /** A discriminator that is told the label of each sample. */
    public record LabelledDiscriminator() implements Discriminator {
        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            List<Layer> layers = hidden(6, false);
            layers.add(0, new LabelConcatenation(spec.classes()));
            return DiscriminatorNetwork.of(spec.shape(), new Sequential(layers), linear(1));
        }

        @Override
        public boolean conditional() {
            return true;
        }
    }

    /** An autoencoder with codes of four numbers. */
    public record SmallAutoencoder(ReconstructionError error) implements Autoencoder {
        @Override
        public AutoencoderNetwork network(SampleSpec spec) {
            Layer encoder = new Sequential(hidden(4, false));
            return AutoencoderNetwork.of(
                    spec.shape(), encoder, linear(spec.shape().size()), error);
        }
    }

    private static List<Layer> hidden(int units, boolean normalised) {
        List<Layer> layers = new ArrayList<>();
        layers.add(linear(units));
        if (normalised) {
            layers.add(BatchNorm.standard());
        }
        layers.add(Activation.tanh());
        return layers;
    }

    private static Linear linear(int units) {
        return Linear.of(units, Initializer.normal(0.7));
    }
}
