package org.gan4j.core.tensor;

import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;

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
        multiply(x, y, transposeX, transposeY, z, false);
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
        KernelSet set = KernelSets.current();
        if (!set.matrix().affine(x.block(), weight.block(), bias.block(), z.block(), m, k, n)) {
            multiply(x, weight, false, false, z, false);
            int[] dims = z.shape().raw();
            Block sum = z.block();
            set.elementwise()
                    .binary(
                            BinaryOperation.ADD,
                            sum,
                            dims,
                            bias.block(),
                            bias.shape().raw(),
                            sum,
                            dims);
        }
        Lease.alive(bias);
        Lease.alive(x);
        Lease.alive(weight);
        return recorded(z, x, weight, false, false).recording(bias, Rule.IDENTITY);
    }

    private static Tensor recorded(Tensor z, Tensor x, Tensor y, boolean transposeX, boolean transposeY) {
        if (x.isTracked()) {
            z.recording(x, transposeX ? new OfRight(transposeY, true) : new OfLeft(false, !transposeY), y);
        }
        if (y.isTracked()) {
            z.recording(y, transposeY ? new OfLeft(true, transposeX) : new OfRight(!transposeX, false), x);
        }
        return z;
    }

    /** The product op(g) op(saved), each transposed or not. */
    private record OfLeft(boolean transposeG, boolean transposeSaved) implements Rule {
        @Override
        public Tensor apply(Tensor g, Tensor[] saved) {
            return matmul(g, saved[0], transposeG, transposeSaved);
        }

        @Override
        public boolean addTo(Tensor sum, Tensor g, Tensor[] saved) {
            multiply(g, saved[0], transposeG, transposeSaved, sum, true);
            return true;
        }
    }

    /** The product op(saved) op(g), each transposed or not. */
    private record OfRight(boolean transposeSaved, boolean transposeG) implements Rule {
        @Override
        public Tensor apply(Tensor g, Tensor[] saved) {
            return matmul(saved[0], g, transposeSaved, transposeG);
        }

        @Override
        public boolean addTo(Tensor sum, Tensor g, Tensor[] saved) {
            multiply(saved[0], g, transposeSaved, transposeG, sum, true);
            return true;
        }
    }

    /** z = op(x) op(y), or z += op(x) op(y); the shapes fit. */
    private static void multiply(
            Tensor x, Tensor y, boolean transposeX, boolean transposeY, Tensor z, boolean accumulate) {
        int m = z.shape().dim(0);
        int n = z.shape().dim(1);
        int k = x.shape().dim(transposeX ? 0 : 1);
        KernelSets.current()
                .matrix()
                .multiply(x.block(), transposeX, y.block(), transposeY, z.block(), m, k, n, accumulate);
        Lease.alive(x);
        Lease.alive(y);
    }

    private static String shapes(Tensor x, Tensor weight, Tensor bias) {
        return "shapes " + x.shape() + ", " + weight.shape() + " and " + bias.shape();
    }
}
