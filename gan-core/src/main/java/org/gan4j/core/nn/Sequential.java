package org.gan4j.core.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Layers applied one after the other.
 *
 * <p>The parameters, buffers and random stream of layer i stand under "layers.i", or under the layer's own name if it is
 * {@link NamedLayer}; so a layer's initial weights depend on the seed and its path, not on the layers around it.
 *
 * @param layers the layers, first to last
 */
@About("Layers applied one after the other.")
public record Sequential(List<Layer> layers) implements Layer {
    /** Checks the names and takes an unmodifiable copy. */
    public Sequential {
        layers = Collections.unmodifiableList(new ArrayList<>(layers));
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < layers.size(); i++) {
            String name = name(layers, i);
            Require.that(names.add(name), "A layer's name", "\"" + name + "\" twice", "unique in a Sequential");
        }
    }

    /** Returns the layers one after the other. */
    public static Sequential of(Layer... layers) {
        return new Sequential(Arrays.asList(layers));
    }

    @Override
    public Shape output(Shape input) {
        Shape shape = input;
        for (Layer layer : layers) {
            shape = layer.output(shape);
        }
        return shape;
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Parameters parameters = Parameters.empty();
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            String name = name(layers, i);
            parameters =
                    parameters.and(layers.get(i).init(shape, random.split(name)).under(name));
            shape = layers.get(i).output(shape);
        }
        return parameters;
    }

    @Override
    public Buffers buffers(Shape input) {
        Buffers buffers = Buffers.empty();
        Shape shape = input;
        for (int i = 0; i < layers.size(); i++) {
            buffers = buffers.and(layers.get(i).buffers(shape).under(name(layers, i)));
            shape = layers.get(i).output(shape);
        }
        return buffers;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Tensor value = input;
        for (int i = 0; i < layers.size(); i++) {
            String name = name(layers, i);
            value = layers.get(i).apply(parameters.at(name), value, pass.at(name));
        }
        return value;
    }

    @Override
    public Layer sized(Shape input) {
        List<Layer> parts = new ArrayList<>();
        Shape shape = input;
        for (Layer layer : layers) {
            parts.add(layer.sized(shape));
            shape = layer.output(shape);
        }
        return new Sequential(parts);
    }

    @Override
    public boolean mixesSamples() {
        return layers.stream().anyMatch(Layer::mixesSamples);
    }

    @Override
    public boolean takesLabels() {
        return layers.stream().anyMatch(Layer::takesLabels);
    }

    @Override
    public boolean bounded() {
        return layers.stream().allMatch(Layer::bounded);
    }

    private static String name(List<Layer> layers, int i) {
        return layers.get(i) instanceof NamedLayer named ? named.name() : "layers." + i;
    }
}
