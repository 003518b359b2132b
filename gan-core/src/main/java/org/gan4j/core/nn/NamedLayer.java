package org.gan4j.core.nn;

import java.util.regex.Pattern;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A layer with a name of its own in a {@link Sequential}, in the place of "layers.i".
 *
 * @param name a path of non-empty parts joined by dots
 * @param layer the layer
 */
@About("A layer under a name of its own.")
public record NamedLayer(String name, Layer layer) implements Layer {
    private static final Pattern PATH = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

    /** Checks the name. */
    public NamedLayer {
        Require.that(PATH.matcher(name).matches(), "name", "\"" + name + "\"", "a path like hidden.1");
    }

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
        return layer.apply(parameters, input, pass);
    }

    @Override
    public Layer sized(Shape input) {
        return new NamedLayer(name, layer.sized(input));
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
