package org.gan4j.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Discriminator;
import org.gan4j.core.game.Generator;
import org.gan4j.core.game.Latent;
import org.gan4j.core.game.NormalLatent;
import org.gan4j.core.game.ValueRange;
import org.gan4j.core.nn.Activation;
import org.gan4j.core.nn.Dropout;
import org.gan4j.core.nn.He;
import org.gan4j.core.nn.Initializer;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Linear;
import org.gan4j.core.nn.Named;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

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
     */
    @About("A generator of affine layers with an activation after each hidden one.")
    public record MlpGenerator(
            Latent latent,
            List<Integer> hidden,
            Activation activation,
            OutputActivation output,
            OutputBias bias,
            Initializer weights,
            double hiddenKeep)
            implements Generator {
        /** For points in the plane: two normal latent coordinates, two hidden layers of 128 rectifiers. */
        public static final MlpGenerator DEFAULTS = new MlpGenerator(
                NormalLatent.standard(2),
                TOY_LAYERS,
                Activation.relu(),
                OutputActivation.LINEAR,
                OutputBias.ZERO,
                He.DEFAULTS,
                1);

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
            hidden = Hidden.units("hidden", hidden);
            Hidden.probability("hiddenKeep", hiddenKeep);
            if (bias == OutputBias.DATA_MEAN && output != OutputActivation.SIGMOID) {
                throw new IllegalArgumentException(
                        "bias: data-mean needs output: sigmoid, whose logit it is; output is " + output);
            }
        }

        @Override
        public Parameters init(SampleSpec spec, RandomStream random) {
            Initializer start =
                    bias == OutputBias.ZERO ? Initializer.constant(0) : Initializer.marginalLogits(spec.mean());
            Linear last = new Linear(spec.shape().size(), weights, Optional.of(start));
            return network(last).init(Shape.of(latent.size()), random);
        }

        @Override
        public Tensor generate(Parameters parameters, Samples samples, Pass pass) {
            int units = parameters.get("output.weight").shape().dim(1);
            return network(Linear.of(units, weights)).apply(parameters, samples.values(), pass);
        }

        @Override
        public ValueRange range() {
            return output.range();
        }

        private Sequential network(Linear last) {
            List<Layer> layers = hiddenLayers(hidden, activation, weights, hiddenKeep);
            layers.add(new Named("output", last));
            layers.add(output.activation());
            return new Sequential(layers);
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
     */
    @About("A discriminator of affine layers with an activation after each hidden one.")
    public record MlpDiscriminator(
            List<Integer> hidden, Activation activation, Initializer weights, double inputKeep, double hiddenKeep)
            implements Discriminator {
        /** For points in the plane: two hidden layers of 128 leaky rectifiers, no dropout. */
        public static final MlpDiscriminator DEFAULTS =
                new MlpDiscriminator(TOY_LAYERS, Activation.leakyRelu(0.2), He.DEFAULTS, 1, 1);

        /**
         * Checks the settings.
         *
         * @throws IllegalArgumentException if a size is below 1, or a probability is not in (0, 1]
         */
        public MlpDiscriminator {
            Objects.requireNonNull(activation, "activation is null");
            Objects.requireNonNull(weights, "weights is null");
            hidden = Hidden.units("hidden", hidden);
            Hidden.probability("inputKeep", inputKeep);
            Hidden.probability("hiddenKeep", hiddenKeep);
        }

        @Override
        public Parameters init(SampleSpec spec, RandomStream random) {
            return network().init(Shape.of(spec.shape().size()), random);
        }

        @Override
        public Tensor score(Parameters parameters, Samples samples, Pass pass) {
            return network().apply(parameters, Hidden.flat(samples.values()), pass);
        }

        private Sequential network() {
            List<Layer> layers = new ArrayList<>();
            if (inputKeep < 1) {
                layers.add(new Named("dropout.input", new Dropout(inputKeep)));
            }
            layers.addAll(hiddenLayers(hidden, activation, weights, hiddenKeep));
            layers.add(new Named("output", Linear.of(1, weights)));
            return new Sequential(layers);
        }
    }

    private static List<Layer> hiddenLayers(
            List<Integer> hidden, Activation activation, Initializer weights, double keep) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < hidden.size(); i++) {
            layers.add(new Named("hidden." + i, Linear.of(hidden.get(i), weights)));
            layers.add(activation);
            if (keep < 1) {
                layers.add(new Named("dropout." + i, new Dropout(keep)));
            }
        }
        return layers;
    }
}
