package org.gan4j.core.nn;

import org.gan4j.core.config.Family;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A part of a network: a record of its settings, and a function of parameters and input.
 *
 * <p>Shapes in {@link #output}, {@link #init} and {@link #buffers} are those of one example; a batch has one more axis in
 * front.
 */
@Family("layers")
public interface Layer {
    /**
     * Returns the shape of the output for one example.
     *
     * @throws IllegalArgumentException if the layer does not take such an input
     */
    Shape output(Shape input);

    /**
     * Returns the layer for inputs of this shape: the same function of the same parameters, whose parts are put together once
     * and not in every pass. A network does this when it is made; most layers are what they are for every input.
     */
    default Layer sized(Shape input) {
        return this;
    }

    /** Returns initial parameters for inputs of this shape; they depend on the stream and the shape only. */
    default Parameters init(Shape input, RandomStream random) {
        return Parameters.empty();
    }

    /** Returns the initial buffers for inputs of this shape. */
    default Buffers buffers(Shape input) {
        return Buffers.empty();
    }

    /**
     * Returns the output for a batch.
     *
     * @param parameters this layer's own, as {@link #init} names them
     * @param input a batch, [N, ...]
     * @param pass the pass of this layer
     */
    Tensor apply(Parameters parameters, Tensor input, Pass pass);

    /** Tells whether in training the output for one example depends on the other examples of its batch. */
    default boolean mixesSamples() {
        return false;
    }

    /** Tells whether the layer, or one inside it, reads the labels of the samples that pass through. */
    default boolean takesLabels() {
        return false;
    }

    /**
     * Tells whether the layer stretches no distance beyond a bound that its settings give: true of layers without weights
     * such as activations and pooling, and of weights that are divided by their norms; false of other weights.
     */
    default boolean bounded() {
        return false;
    }
}
