package org.gan4j.core.nn;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A layer with the shape of its input: the network of a player that is neither a generator nor a discriminator, such as the
 * statistics network of a bound on information.
 *
 * @param layer the layer, often a {@link Sequential}
 * @param input the shape of one example
 */
public record LayerNetwork(Layer layer, Shape input) implements Network {
    /**
     * Checks that the layer takes such an input.
     *
     * @throws IllegalArgumentException if it does not, with the reason
     */
    public LayerNetwork {
        Objects.requireNonNull(layer, "layer is null");
        layer.output(input);
        layer = layer.sized(input);
    }

    /**
     * Returns the output for a batch.
     *
     * @param parameters from {@link #init}
     * @param values a batch, [N, ...], of as many values per example as the input has
     * @param labels the class numbers of the samples, for layers that take labels
     */
    public Tensor apply(Parameters parameters, Tensor values, Optional<Tensor> labels, Pass pass) {
        return layer.apply(parameters, values, pass.withLabels(labels));
    }

    @Override
    public Parameters init(RandomStream random) {
        return layer.init(input, random);
    }

    @Override
    public Buffers buffers() {
        return layer.buffers(input);
    }

    @Override
    public boolean mixesSamples() {
        return layer.mixesSamples();
    }
}
