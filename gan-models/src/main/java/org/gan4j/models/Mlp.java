package org.gan4j.models;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Dropout;
import org.gan4j.core.nn.dense.Flatten;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.He;
import org.gan4j.core.nn.init.Initializer;

/**
 * Multilayer perceptrons: affine layers with an activation after each hidden one.
 *
 * <p>Parameters are called "hidden.0.weight", "hidden.0.bias", ..., "output.weight", "output.bias". Samples of any shape
 * are scored as rows of numbers.
 */
public final class Mlp {
    private static final List<Integer> TOY_LAYERS = List.of(128, 128);

    private Mlp() {}

    /**
     * A generator.
     *
     * @param latent the distribution of the input
     * @param hidden the sizes of the hidden layers, first to last; may be empty
     * @param activation after each hidden layer
     * @param output after the output layer
     * @param bias where the biases of the output layer start
     * @param weights the initial weights; hidden biases start at 0
     * @param hiddenKeep the probability that dropout keeps a hidden unit in training; 1 is no dropout
     * @param labels whether and where it is shown the labels of its samples: none, input or every-layer
     */
    @About("A generator of affine layers with an activation after each hidden one.")
    public record MlpGenerator(
            Latent latent,
            List<Integer> hidden,
            Activation activation,
            OutputActivation output,
            OutputBias bias,
            Initializer weights,
            double hiddenKeep,
            Conditioning labels)
            implements Generator {
        /** For points in the plane: two normal latent coordinates, two hidden layers of 128 rectifiers. */
        public static final MlpGenerator DEFAULTS = new MlpGenerator(
                NormalLatent.standard(2),
                TOY_LAYERS,
                Activation.relu(),
                OutputActivation.LINEAR,
                OutputBias.ZERO,
                He.DEFAULTS,
                1,
                Conditioning.NONE);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if a size is below 1, the probability is not in (0, 1], or the biases are to
         *     start at the data's mean without a sigmoid
         */
        public MlpGenerator {
            Objects.requireNonNull(latent, "latent is null");
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(weights, "weights is null");
            hidden = ArchitectureChecks.units("hidden", hidden);
            ArchitectureChecks.probability("hiddenKeep", hiddenKeep);
            labels.requireGenerator();
            if (bias == OutputBias.DATA_MEAN && output != OutputActivation.SIGMOID) {
                throw new IllegalArgumentException(
                        "bias: data-mean needs output: sigmoid, whose logit it is; output is " + output);
            }
        }

        /** Returns the same network with labels shown in another way. */
        public MlpGenerator with(Conditioning other) {
            return new MlpGenerator(latent, hidden, activation, output, bias, weights, hiddenKeep, other);
        }

        /** Returns the same network with other hidden layers. */
        public MlpGenerator withHidden(Integer... units) {
            return new MlpGenerator(latent, List.of(units), activation, output, bias, weights, hiddenKeep, labels);
        }

        /** Returns the same network of other latent vectors. */
        public MlpGenerator with(Latent other) {
            return new MlpGenerator(other, hidden, activation, output, bias, weights, hiddenKeep, labels);
        }

        @Override
        public Layer network(SampleSpec spec) {
            Initializer start =
                    bias == OutputBias.ZERO ? Initializer.constant(0) : Initializer.marginalLogits(spec.mean());
            NetworkBuilder network = new NetworkBuilder(Optional.empty(), activation, labels, labels.classes(spec));
            addHidden(network, hidden, weights, hiddenKeep);
            network.weighted(NetworkBuilder.OUTPUT, new Linear(spec.shape().size(), weights, Optional.of(start)));
            network.then(output.activation());
            return network.network();
        }

        @Override
        public boolean conditional() {
            return labels.conditional();
        }

        @Override
        public ValueRange range() {
            return output.range();
        }
    }

    /**
     * A discriminator with one raw score per sample.
     *
     * @param hidden the sizes of the hidden layers, first to last; may be empty
     * @param activation after each hidden layer
     * @param weights the initial weights; biases start at 0
     * @param inputKeep the probability that dropout keeps a number of the input in training; 1 is no dropout
     * @param hiddenKeep the same for hidden units
     * @param labels whether and where it is shown the labels of its samples
     */
    @About("A discriminator of affine layers with an activation after each hidden one.")
    public record MlpDiscriminator(
            List<Integer> hidden,
            Activation activation,
            Initializer weights,
            double inputKeep,
            double hiddenKeep,
            Conditioning labels)
            implements Discriminator {
        /** For points in the plane: two hidden layers of 128 leaky rectifiers, no dropout. */
        public static final MlpDiscriminator DEFAULTS =
                new MlpDiscriminator(TOY_LAYERS, Activation.leakyRelu(0.2), He.DEFAULTS, 1, 1, Conditioning.NONE);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if a size is below 1, or a probability is not in (0, 1]
         */
        public MlpDiscriminator {
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(weights, "weights is null");
            hidden = ArchitectureChecks.units("hidden", hidden);
            ArchitectureChecks.probability("inputKeep", inputKeep);
            ArchitectureChecks.probability("hiddenKeep", hiddenKeep);
        }

        /** Returns the same network with labels shown in another way. */
        public MlpDiscriminator with(Conditioning other) {
            return new MlpDiscriminator(hidden, activation, weights, inputKeep, hiddenKeep, other);
        }

        /** Returns the same network with other hidden layers. */
        public MlpDiscriminator withHidden(Integer... units) {
            return new MlpDiscriminator(List.of(units), activation, weights, inputKeep, hiddenKeep, labels);
        }

        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            NetworkBuilder network = new NetworkBuilder(Optional.empty(), activation, labels, labels.classes(spec));
            network.then(new Flatten());
            if (inputKeep < 1) {
                network.then(new NamedLayer("dropout.input", new Dropout(inputKeep)));
            }
            addHidden(network, hidden, weights, hiddenKeep);
            return network.scoring(spec.shape(), weights, Optional.of(Initializer.constant(0)));
        }

        @Override
        public boolean conditional() {
            return labels.conditional();
        }
    }

    private static void addHidden(NetworkBuilder network, List<Integer> hidden, Initializer weights, double keep) {
        for (int i = 0; i < hidden.size(); i++) {
            network.hidden("hidden." + i, Linear.of(hidden.get(i), weights));
            if (keep < 1) {
                network.then(new NamedLayer("dropout." + i, new Dropout(keep)));
            }
        }
    }
}
