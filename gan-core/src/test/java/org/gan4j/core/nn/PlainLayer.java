package org.gan4j.core.nn;

import java.util.function.Function;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A layer that is a function, for tests.
 *
 * @param result the shape of the output for one example, whatever the input
 * @param weights gives initial parameters
 * @param kept the initial buffers
 * @param of the function
 */
public record PlainLayer(Shape result, Function<RandomStream, Parameters> weights, Buffers kept, Of of)
        implements Layer {
    /** What a layer does to a batch. */
    @FunctionalInterface
    public interface Of {
        Tensor apply(Parameters parameters, Tensor input, Pass pass);
    }

    public static PlainLayer of(Shape result, Function<RandomStream, Parameters> weights, Of of) {
        return new PlainLayer(result, weights, Buffers.empty(), of);
    }

    public static PlainLayer of(Shape result, Of of) {
        return of(result, random -> Parameters.empty(), of);
    }

    @Override
    public Shape output(Shape input) {
        return result;
    }

    @Override
    public Parameters init(Shape input, RandomStream random) {
        return weights.apply(random);
    }

    @Override
    public Buffers buffers(Shape input) {
        return kept;
    }

    @Override
    public Tensor apply(Parameters parameters, Tensor input, Pass pass) {
        return of.apply(parameters, input, pass);
    }
}
