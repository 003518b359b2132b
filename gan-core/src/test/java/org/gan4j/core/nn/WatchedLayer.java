package org.gan4j.core.nn;

import java.util.List;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Another layer that writes down every batch it is applied to.
 *
 * @param layer the layer
 * @param seen the batches, in order
 */
public record WatchedLayer(Layer layer, List<Tensor> seen) implements Layer {
    @Override
    public Shape output(Shape input) {
        return layer.output(input);
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        return layer.init(input, random);
    }

    @Override
    public Buffers buffers(Shape input) {
        return layer.buffers(input);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        seen.add(input);
        return layer.apply(parameters, input, pass);
    }

    @Override
    public boolean mixesSamples() {
        return layer.mixesSamples();
    }

    @Override
    public boolean takesLabels() {
        return layer.takesLabels();
    }

    @Override
    public boolean bounded() {
        return layer.bounded();
    }
}
