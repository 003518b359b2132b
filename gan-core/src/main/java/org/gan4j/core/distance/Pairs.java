package org.gan4j.core.distance;

import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/** Pairs of the rows of a batch. */
public final class Pairs {
    private Pairs() {}

    /** Returns sum_{i != j} matrix_ij of a square matrix, whose diagonal gets no gradient. */
    public static Tensor sumOfDistinct(Tensor matrix) {
        return matrix.times(distinct(matrix.shape().dim(0), matrix.dtype())).sum();
    }

    private static Tensor distinct(int count, DType dtype) {
        double[] ones = new double[Math.multiplyExact(count, count)];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = i % (count + 1) == 0 ? 0 : 1;
        }
        return Tensor.of(dtype, Shape.of(count, count), ones);
    }

    /**
     * Returns samples of shape [N, ...] as [N, values per sample].
     *
     * @throws IllegalArgumentException if there is no number in them
     */
    public static Tensor rows(Tensor samples) {
        Shape shape = samples.shape();
        if (shape.rank() < 1 || shape.size() == 0) {
            throw new IllegalArgumentException("expected rows of numbers [n, ...], got shape " + shape);
        }
        return samples.reshape(shape.dim(0), -1);
    }
}
