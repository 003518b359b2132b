package org.gan4j.core.tensor;

/** Matrix products, with their derivative rules: transposed products, never transposed copies. */
final class Matrix {
    private Matrix() {}

    /**
     * z = op(x) op(y); with X = op(x), Y = op(y): dX = g Y^T and dY = X^T g, each computed as one product that already
     * has the layout of x or y.
     */
    static Tensor matmul(Tensor x, Tensor y, boolean transposeX, boolean transposeY) {
        Elementwise.sameType("matmul", x, y);
        if (x.shape().rank() != 2 || y.shape().rank() != 2) {
            throw new IllegalArgumentException("matmul takes two matrices, but was given shapes " + x.shape() + " and "
                    + y.shape() + "; bring them to two axes with reshape");
        }
        int m = x.shape().dim(transposeX ? 1 : 0);
        int k = x.shape().dim(transposeX ? 0 : 1);
        int n = y.shape().dim(transposeY ? 0 : 1);
        if (k != y.shape().dim(transposeY ? 1 : 0)) {
            throw new IllegalArgumentException("matmul cannot multiply " + x.shape() + (transposeX ? " transposed" : "")
                    + " by " + y.shape() + (transposeY ? " transposed" : "") + ": the inner dimensions are " + k
                    + " and " + y.shape().dim(transposeY ? 1 : 0));
        }
        Tensor z = Tensor.allocate(x.dtype(), Shape.of(m, n));
        Kernels.set().matrix().multiply(x.block(), transposeX, y.block(), transposeY, z.block(), m, k, n, false);
        Lease.alive(x);
        Lease.alive(y);
        return recorded(z, x, y, transposeX, transposeY);
    }

    /** z = x weight + bias; dx = g weight^T, dweight = x^T g, dbias = g summed over the rows. */
    static Tensor affine(Tensor x, Tensor weight, Tensor bias) {
        Elementwise.sameType("affine", x, weight);
        Elementwise.sameType("affine", x, bias);
        if (x.shape().rank() != 2 || weight.shape().rank() != 2 || bias.shape().rank() != 1) {
            throw new IllegalArgumentException("affine takes x [N, in], weight [in, out] and bias [out], but was given "
                    + shapes(x, weight, bias));
        }
        int m = x.shape().dim(0);
        int k = x.shape().dim(1);
        int n = weight.shape().dim(1);
        if (weight.shape().dim(0) != k || bias.shape().dim(0) != n) {
            throw new IllegalArgumentException("affine cannot combine " + shapes(x, weight, bias) + ": weight must be ["
                    + k + ", out] for x, and bias [" + n + "] for weight");
        }
        Tensor z = Tensor.allocate(x.dtype(), Shape.of(m, n));
        Kernels.set()
                .layout()
                .broadcast(
                        bias.block(), bias.shape().raw(), z.block(), z.shape().raw());
        Lease.alive(bias);
        Kernels.set().matrix().multiply(x.block(), false, weight.block(), false, z.block(), m, k, n, true);
        Lease.alive(x);
        Lease.alive(weight);
        return recorded(z, x, weight, false, false).recording(bias, Rule.IDENTITY);
    }

    private static Tensor recorded(Tensor z, Tensor x, Tensor y, boolean transposeX, boolean transposeY) {
        if (x.isTracked()) {
            Rule rule = transposeX
                    ? (g, saved) -> matmul(saved[0], g, transposeY, true)
                    : (g, saved) -> matmul(g, saved[0], false, !transposeY);
            z.recording(x, rule, y);
        }
        if (y.isTracked()) {
            Rule rule = transposeY
                    ? (g, saved) -> matmul(g, saved[0], true, transposeX)
                    : (g, saved) -> matmul(saved[0], g, !transposeX, false);
            z.recording(y, rule, x);
        }
        return z;
    }

    private static String shapes(Tensor x, Tensor weight, Tensor bias) {
        return "shapes " + x.shape() + ", " + weight.shape() + " and " + bias.shape();
    }
}
