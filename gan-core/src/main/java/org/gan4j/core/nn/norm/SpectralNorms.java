package org.gan4j.core.nn.norm;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * Divides the weights of a network by their spectral norms, the largest singular values, found by power iteration.
 *
 * <p>A weight is a parameter with two axes or more, taken as the matrix W of the shape [product of the other axes, last
 * axis]; biases are left alone. One buffer per weight, under its name, holds a unit vector u, [rows of W]. An iteration is
 * v = n(W' u), u = n(W v), with W' the transpose and n(x) = x / max(|x|, 1e-12). Then sigma = |W' u| = u' W v with
 * v = n(W' u); u is a constant, so that the gradient of sigma is the matrix u v'.
 *
 * <p>A transposed convolution is taken as the convolution that it transposes, whose map has the same norm. What a convolution
 * is divided by is a choice, {@link ConvolutionNorm}.
 *
 * <p>sigma never exceeds the spectral norm, and reaches it as iterations follow one another while weights change slowly.
 */
public final class SpectralNorms {
    private static final double SMALL = 1e-12;

    private SpectralNorms() {}

    /**
     * Returns the first vectors for parameters of these shapes: random directions, always the same for a name and a size.
     */
    public static Buffers buffers(Parameters parameters) {
        Map<String, Tensor> vectors = new LinkedHashMap<>();
        parameters.asMap().forEach((name, weight) -> {
            if (isWeight(weight)) {
                RandomStream random = RandomStream.of(0).split("spectral norm").split(name);
                Tensor start = random.normal(weight.dtype(), Shape.of(rows(weight)), 0, 1);
                vectors.put(name, unit(start));
            }
        });
        return Buffers.of(vectors);
    }

    /**
     * Returns the parameters with W / max(sigma, 1e-12) in place of each weight W.
     *
     * @param pass reads the vectors, and proposes new ones after so many iterations; the second application of a network
     *     in a play, and one without updates, uses the vectors as they are
     */
    public static Parameters normalised(Parameters parameters, Pass pass, int iterations) {
        return normalised(parameters, pass, iterations, ConvolutionNorm.MATRIX);
    }

    /**
     * Returns the parameters with W / max(sigma, 1e-12) in place of each weight W, or W / (sqrt(a b) sigma) for weights [a, b,
     * in, out] of a convolution if its bound is asked for.
     *
     * @param pass as in {@link #normalised(Parameters, Pass, int)}
     */
    public static Parameters normalised(
            Parameters parameters, Pass pass, int iterations, ConvolutionNorm convolutions) {
        Parameters result = parameters;
        for (Map.Entry<String, Tensor> entry : parameters.asMap().entrySet()) {
            Tensor weight = entry.getValue();
            if (isWeight(weight)) {
                Tensor sigma = sigma(entry.getKey(), weight.reshape(rows(weight), -1), pass, iterations);
                Tensor divisor = sigma.maximum(SMALL);
                if (convolutions == ConvolutionNorm.BOUND && weight.shape().rank() == 4) {
                    divisor = divisor.times(
                            Math.sqrt(weight.shape().dim(0) * weight.shape().dim(1)));
                }
                result = result.with(entry.getKey(), weight.dividedBy(divisor));
            }
        }
        return result;
    }

    private static Tensor sigma(String name, Tensor matrix, Pass pass, int iterations) {
        Tensor constant = matrix.detach();
        if (pass.awaitsUpdate(name)) {
            Tensor u = pass.buffer(name);
            for (int i = 0; i < iterations; i++) {
                u = unit(constant.matmul(unit(transposedTimes(constant, u)))).reshape(-1);
            }
            pass.update(name, u);
        }
        return transposedTimes(matrix, pass.buffer(name)).norm();
    }

    /** Returns W' u as a column. */
    private static Tensor transposedTimes(Tensor matrix, Tensor u) {
        return matrix.matmul(u.detach().reshape(-1, 1), true, false);
    }

    private static Tensor unit(Tensor vector) {
        return vector.dividedBy(vector.norm().maximum(SMALL));
    }

    private static boolean isWeight(Tensor parameter) {
        return parameter.shape().rank() >= 2;
    }

    private static int rows(Tensor weight) {
        Shape shape = weight.shape();
        return shape.size() / shape.dim(shape.rank() - 1);
    }
}
