package org.gan4j.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.ValueRange;
import org.gan4j.core.gan.network.DiscriminatorNetwork;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.LabelProjection;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.init.Initializer;

/** Networks written layer by layer, in a configuration or in code. */
public final class Layered {
    private Layered() {}

    /**
     * A generator of given layers, whose last gives as many values as a sample of the data has.
     *
     * <p>Parameters are called "layers.0.weight" and so on, or after the names of named layers.
     *
     * @param latent the distribution of the input
     * @param layers from latent vectors to samples, first to last, at least one; those that read labels make it conditional
     * @param output after the last layer; its range must be the data's, or linear
     */
    @About("A generator of given layers.")
    public record LayeredGenerator(
            Latent latent,
            List<Layer> layers,
            @Default("linear") OutputActivation output) implements Generator {
        /** Checks that there are layers. */
        public LayeredGenerator {
            Objects.requireNonNull(latent, "latent is null");
            Objects.requireNonNull(output, "output is null");
            layers = some(layers);
        }

        @Override
        public Layer network(SampleSpec spec) {
            List<Layer> all = new ArrayList<>(layers);
            all.add(output.activation());
            return new Sequential(all);
        }

        @Override
        public boolean conditional() {
            return layers.stream().anyMatch(Layer::takesLabels);
        }

        @Override
        public boolean mixesSamples() {
            return layers.stream().anyMatch(Layer::mixesSamples);
        }

        @Override
        public ValueRange range() {
            return output.range();
        }
    }

    /**
     * A discriminator of given layers, whose output are the features of its score, a linear map called "output".
     *
     * <p>Parameters are called "layers.0.weight" and so on, or after the names of named layers; those of the score
     * "output.weight", "output.bias" and, with a projection, "output.embedding".
     *
     * @param layers from samples to a vector of features, first to last, at least one; those that read labels make it conditional
     * @param projection whether the score has the inner product of the features with a vector for each label
     * @param weights the initial weights of the score; its bias starts at 0
     */
    @About("A discriminator of given layers, with a linear score at its end.")
    public record LayeredDiscriminator(
            List<Layer> layers,
            @Default("false") boolean projection,
            @Default("glorot") Initializer weights) implements Discriminator {
        /** Checks that there are layers. */
        public LayeredDiscriminator {
            Objects.requireNonNull(weights, "weights is null");
            layers = some(layers);
        }

        @Override
        public DiscriminatorNetwork network(SampleSpec spec) {
            Layer score = projection
                    ? new LabelProjection(
                            Conditioning.PROJECTION.classes(spec),
                            weights,
                            weights,
                            Optional.of(Initializer.constant(0)))
                    : Linear.of(1, weights);
            return DiscriminatorNetwork.of(spec.shape(), new Sequential(layers), score);
        }

        @Override
        public boolean conditional() {
            return projection || layers.stream().anyMatch(Layer::takesLabels);
        }

        @Override
        public boolean mixesSamples() {
            return layers.stream().anyMatch(Layer::mixesSamples);
        }
    }

    private static List<Layer> some(List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers is empty: there must be at least one");
        }
        return Collections.unmodifiableList(new ArrayList<>(layers));
    }
}
