package org.gan4j.core.nn.dense;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.nn.Sizes;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Gives each example another shape of the same size, row-major.
 *
 * @param dims the dimensions of an example, as in [28, 28, 1]
 */
@About("Gives each example another shape of the same size.")
public record Reshape(List<Integer> dims) implements Layer {
    /** Checks the dimensions and takes an unmodifiable copy. */
    public Reshape {
        dims = Collections.unmodifiableList(new ArrayList<>(dims));
        dims.forEach(dim -> Sizes.atLeastOne("A dimension", dim));
    }

    /** Returns the layer for a shape of one example. */
    public static Reshape to(Shape example) {
        List<Integer> dims = new ArrayList<>();
        for (int dim : example.dims()) {
            dims.add(dim);
        }
        return new Reshape(dims);
    }

    @Override
    public Shape output(Shape input) {
        Shape shape = shape();
        if (shape.size() != input.size()) {
            throw new IllegalArgumentException("Examples of shape " + input + " have " + input.size()
                    + " numbers and cannot be reshaped to " + shape + ", which has " + shape.size());
        }
        return shape;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return input.reshape(Sizes.batch(input.shape().dim(0), shape()));
    }

    private Shape shape() {
        return Shape.of(dims.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
