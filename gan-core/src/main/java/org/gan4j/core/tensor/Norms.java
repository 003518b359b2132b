package org.gan4j.core.tensor;

/** Euclidean norms, with derivative rules that are safe where the norm is 0. */
final class Norms {
    private Norms() {}

    /** z = sum x^2; dx = 2 g x. */
    static Tensor squaredNorm(Tensor x) {
        return x.square().sum();
    }

    /** z = sqrt(sum x^2); dx = g x / z, and 0 where z = 0. */
    static Tensor norm(Tensor x) {
        int[] axes = new int[x.shape().rank()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = i;
        }
        return norm(x, axes);
    }

    /** z = sqrt(sum of x^2 over the axes), which vanish; dx = g x / z, and 0 where z = 0. */
    static Tensor norm(Tensor x, int... axes) {
        Shape kept = x.shape().reduced(x.shape().marked(axes), true);
        Tensor values = x.detach();
        Tensor z = values.square().sum(axes).sqrt();
        return z.recording(
                x, (g, saved) -> saved[0].times(g.times(inverse(saved[1])).reshape(kept)), x, z);
    }

    /** Returns 1 / z, and 0 with derivatives 0 where z = 0. */
    private static Tensor inverse(Tensor z) {
        Tensor positive = z.greaterThan(0);
        Tensor one = Tensor.ones(z.dtype(), Shape.SCALAR);
        Tensor zero = Tensor.zeros(z.dtype(), Shape.SCALAR);
        return Selection.where(positive, Selection.where(positive, z, one).reciprocal(), zero);
    }
}
