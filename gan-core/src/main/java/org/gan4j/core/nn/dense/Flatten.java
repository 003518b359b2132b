package org.gan4j.core.nn.dense;

import org.gan4j.core.config.About;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Lays out the numbers of each example in one row: [N, ...] becomes [N, size of an example]. */
@About("Lays out the numbers of each example in one row.")
public record Flatten() implements Layer {
    @Override
    public Shape output(Shape input) {
        return Shape.of(input.size());
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return input.shape().rank() == 2 ? input : input.reshape(input.shape().dim(0), -1);
    }

    @Override
    public boolean bounded() {
        return true;
    }
}
