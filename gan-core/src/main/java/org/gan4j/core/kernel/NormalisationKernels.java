package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/** Kernels that give every column of a matrix mean 0 and variance 1, and the gradient of that. */
public interface NormalisationKernels {
    /**
     * For each column of x, of n rows: mean m = sum x / n, variance v = sum (x - m)^2 / n, inverse r = 1 / sqrt(v + epsilon),
     * and y = (x - m) r.
     *
     * @param x [rows, columns]
     * @param y [rows, columns]
     * @param statistics receives m, v and r, [3, columns]
     */
    void standardise(Block x, int rows, int columns, double epsilon, Block y, Block statistics);

    /**
     * z = r (g - sum g / n - y sum g y / n), with sums over each column: the gradient of {@link #standardise} in x.
     *
     * @param g [rows, columns]
     * @param y [rows, columns]
     * @param inverse r, [columns]
     * @param z [rows, columns]
     */
    void gradient(Block g, Block y, Block inverse, int rows, int columns, Block z);
}
