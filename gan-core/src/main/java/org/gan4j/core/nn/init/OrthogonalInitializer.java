package org.gan4j.core.nn.init;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * A random matrix with orthonormal columns (rows, where there are fewer), every such matrix equally likely, times a
 * gain.
 *
 * <p>The last axis of the shape counts columns and the other axes together count rows. The matrix is the Q of a QR
 * decomposition of normal numbers, with the signs that make R's diagonal positive.
 *
 * @param gain the factor, above 0
 * @see <a href="https://arxiv.org/abs/1312.6120">Saxe, McClelland and Ganguli, Exact solutions, 2014</a>
 * @see <a href="https://arxiv.org/abs/math-ph/0609050">Mezzadri, How to generate random matrices, 2007, section 5</a>
 */
@About(
        value = "Random orthonormal columns or rows times a gain.",
        formula = "Q of a QR decomposition of normal numbers",
        paper = "Saxe, McClelland and Ganguli, 2014, https://arxiv.org/abs/1312.6120")
public record OrthogonalInitializer(double gain) implements Initializer {
    /** Gain 1. */
    public static final OrthogonalInitializer DEFAULTS = new OrthogonalInitializer(1);

    /** Checks the gain. */
    public OrthogonalInitializer {
        Require.that(gain > 0 && gain < Double.POSITIVE_INFINITY, "gain", gain, "a finite number above 0");
    }

    @Override
    public Tensor initial(Shape shape, Fan fan, RandomStream random) {
        int columns = shape.dim(-1);
        int rows = shape.size() / columns;
        int length = Math.max(rows, columns);
        int count = Math.min(rows, columns);
        double[] normal =
                random.normal(DType.FLOAT64, Shape.of(count, length), 0, 1).toDoubles();
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(normal, i * length, vectors[i], 0, length);
        }
        orthonormalise(vectors);
        float[] values = new float[shape.size()];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < length; j++) {
                values[rows >= columns ? j * columns + i : i * columns + j] = (float) (gain * vectors[i][j]);
            }
        }
        return Tensor.of(shape, values);
    }

    /**
     * Gram and Schmidt's process: the first vector keeps its direction, each next one what is orthogonal to those
     * before. Where the projections were most of a vector, a second pass removes what rounding left of them.
     */
    private static void orthonormalise(double[][] vectors) {
        for (int i = 0; i < vectors.length; i++) {
            double[] vector = vectors[i];
            double before = dot(vector, vector);
            project(vector, vectors, i);
            double square = dot(vector, vector);
            if (square < before / 2) {
                project(vector, vectors, i);
                square = dot(vector, vector);
            }
            double norm = Math.sqrt(square);
            for (int k = 0; k < vector.length; k++) {
                vector[k] /= norm;
            }
        }
    }

    private static void project(double[] vector, double[][] others, int count) {
        for (int j = 0; j < count; j++) {
            addTimes(vector, others[j], -dot(vector, others[j]));
        }
    }

    private static void addTimes(double[] to, double[] vector, double factor) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * vector[k];
        }
    }

    /** Returns the inner product, in four partial sums so that the additions do not wait for one another. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int whole = a.length & ~3;
        for (int k = 0; k < whole; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (int k = whole; k < a.length; k++) {
            s0 += a[k] * b[k];
        }
        return (s0 + s2) + (s1 + s3);
    }
}
