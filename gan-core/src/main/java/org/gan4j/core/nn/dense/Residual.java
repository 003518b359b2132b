package org.gan4j.core.nn.dense;

import java.util.Objects;
import java.util.Optional;
import org.gan4j.core.config.About;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A residual block: the sum of its input, or of what a shortcut makes of it, and of what a body makes of it.
 *
 * <p>y = shortcut(x) + body(x), with the identity where no shortcut is given. Parameters and streams stand under "body" and
 * "shortcut".
 *
 * @param body a layer, often a sequential
 * @param shortcut the other way, such as a convolution of kernel 1 where the body changes channels; empty for the identity
 * @see <a href="https://arxiv.org/abs/1512.03385">He et al., Deep residual learning for image recognition, 2016, equations 1 and
 *     2</a>
 */
@About(
        value = "A residual block: the sum of a shortcut and of a body.",
        formula = "y = shortcut(x) + body(x)",
        paper = "He et al., Deep residual learning for image recognition, 2016, https://arxiv.org/abs/1512.03385")
public record Residual(Layer body, Optional<Layer> shortcut) implements Layer {
    private static final String BODY = "body";
    private static final String SHORTCUT = "shortcut";

    public Residual {
        Objects.requireNonNull(body, "body is null");
        Objects.requireNonNull(shortcut, "shortcut is null");
    }

    /** Returns a block around the identity. */
    public static Residual of(Layer body) {
        return new Residual(body, Optional.empty());
    }

    @Override
    public Shape output(Shape input) {
        Shape made = body.output(input);
        Shape kept = shortcut.map(layer -> layer.output(input)).orElse(input);
        if (!made.equals(kept)) {
            throw new IllegalArgumentException("a residual block adds two results of one shape, but its body gives "
                    + made + " and its shortcut " + kept + "; add a shortcut that changes the shape as the body does");
        }
        return made;
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        Parameters own = body.init(input, random.split(BODY)).under(BODY);
        return shortcut.map(layer ->
                        own.and(layer.init(input, random.split(SHORTCUT)).under(SHORTCUT)))
                .orElse(own);
    }

    @Override
    public Buffers buffers(Shape input) {
        Buffers own = body.buffers(input).under(BODY);
        return shortcut.map(layer -> own.and(layer.buffers(input).under(SHORTCUT)))
                .orElse(own);
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        Tensor made = body.apply(parameters.at(BODY), input, pass.at(BODY));
        Tensor kept = shortcut.map(layer -> layer.apply(parameters.at(SHORTCUT), input, pass.at(SHORTCUT)))
                .orElse(input);
        return kept.plus(made);
    }

    @Override
    public Layer sized(Shape input) {
        return new Residual(body.sized(input), shortcut.map(layer -> layer.sized(input)));
    }

    @Override
    public boolean mixesSamples() {
        return body.mixesSamples() || shortcut.map(Layer::mixesSamples).orElse(false);
    }

    @Override
    public boolean takesLabels() {
        return body.takesLabels() || shortcut.map(Layer::takesLabels).orElse(false);
    }

    /** Tells whether both ways are bounded; the block then stretches by at most the sum of both. */
    @Override
    public boolean bounded() {
        return body.bounded() && shortcut.map(Layer::bounded).orElse(true);
    }
}
