package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/** Kernels that compute each element of the result from the elements at the same place. */
public interface ElementwiseKernels {
    /**
     * z_i = f(x_i) for i &lt; n. The output may be the input.
     *
     * @param parameter the a of {@link UnaryOperation#POWER}, {@link UnaryOperation#LEAKY_RELU} and
     *     {@link UnaryOperation#ELU}; others ignore it
     */
    void unary(UnaryOperation operation, double parameter, Block x, Block z, int n);

    /**
     * z = f(x, y) with NumPy broadcasting: dimensions are aligned at the last axis, and an axis of size 1 (or absent)
     * repeats. {@code zDims} is the broadcast shape of the other two, worked out by the caller. The output may be an
     * input that has the output's shape.
     */
    void binary(BinaryOperation operation, Block x, int[] xDims, Block y, int[] yDims, Block z, int[] zDims);

    /** z_i = f(x_i, value) for i &lt; n. The output may be the input. */
    void binary(BinaryOperation operation, Block x, double value, Block z, int n);

    /** z_i = f(value, x_i) for i &lt; n. The output may be the input. */
    void binary(BinaryOperation operation, double value, Block x, Block z, int n);

    /**
     * z_i = g_i where x_i &gt; 0, else slope g_i, for i &lt; n: the gradient of {@link UnaryOperation#LEAKY_RELU} from its
     * argument x. NaN or g_i where x_i is NaN. The output may be g or x.
     */
    void leakyReluGradient(Block g, Block x, double slope, Block z, int n);

    /** z_i = min(max(x_i, low), high) for i &lt; n. The output may be the input. */
    void clip(Block x, double low, double high, Block z, int n);

    /** z_i = x_i where condition_i is not 0, else y_i, for i &lt; n. The output may be x or y. */
    void where(Block condition, Block x, Block y, Block z, int n);

    /** z_i = value for i &lt; n. */
    void fill(Block z, int n, double value);
}
