package org.gan4j.core.gan.network;

import java.util.Objects;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Network;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A generator's network, made for the data that it is to imitate.
 *
 * @param layer from latent vectors to samples; labels reach it by the pass
 * @param latentSize how many coordinates a latent vector has
 */
public record GeneratorNetwork(Layer layer, int latentSize) implements Network {
    /**
     * Checks that the layer takes latent vectors of this size.
     *
     * @throws IllegalArgumentException if it does not, with the reason
     */
    public GeneratorNetwork {
        Objects.requireNonNull(layer, "layer is null");
        layer.output(Shape.of(latentSize));
        layer = layer.sized(Shape.of(latentSize));
    }

    /** Returns the shape of one sample as the layer gives it; a game gives it the data's shape. */
    public Shape output() {
        return layer.output(Shape.of(latentSize));
    }

    /**
     * Generates one sample per latent vector.
     *
     * @param parameters from {@link #init}
     * @param latents values of shape [N, latent size]; with labels where the network is conditional
     * @param pass training or evaluation, randomness and buffers
     * @return shape [N, ...] with as many values per sample as the data have
     */
    public Tensor generate(Parameters parameters, Samples latents, Pass pass) {
        return layer.apply(parameters, latents.values(), pass.withLabels(latents.labels()));
    }

    @Override
    public Parameters init(RandomStream random) {
        return layer.init(Shape.of(latentSize), random);
    }

    @Override
    public Buffers buffers() {
        return layer.buffers(Shape.of(latentSize));
    }

    @Override
    public boolean mixesSamples() {
        return layer.mixesSamples();
    }
}
