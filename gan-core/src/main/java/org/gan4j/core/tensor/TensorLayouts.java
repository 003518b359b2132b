package org.gan4j.core.tensor;

/** The methods of a tensor that multiply matrices or move elements. */
public sealed interface TensorLayouts permits Tensor {
    /** Returns the matrix product of [m, k] and [k, n]. */
    default Tensor matmul(Tensor other) {
        return Matrix.matmul((Tensor) this, other, false, false);
    }

    /** Returns the matrix product op(x) op(y), where op transposes when its flag is set; nothing is copied for it. */
    default Tensor matmul(Tensor other, boolean transposeThis, boolean transposeOther) {
        return Matrix.matmul((Tensor) this, other, transposeThis, transposeOther);
    }

    /** Returns x weight + bias for x [N, in], weight [in, out] and bias [out]. */
    default Tensor affine(Tensor weight, Tensor bias) {
        return Matrix.affine((Tensor) this, weight, bias);
    }

    /** Returns the transpose of a matrix. */
    default Tensor transpose() {
        return Layout.transpose((Tensor) this);
    }

    /** Returns the tensor with its axes reordered: axis i of the result is axis {@code permutation[i]} of this. */
    default Tensor transpose(int... permutation) {
        return Layout.transpose((Tensor) this, permutation);
    }

    /** Returns a view with the same elements in another shape. */
    default Tensor reshape(Shape shape) {
        return Layout.reshape((Tensor) this, shape);
    }

    /** Returns a view with the same elements in another shape, of which one dimension may be -1: whatever is left. */
    default Tensor reshape(int... dims) {
        return Layout.reshape((Tensor) this, dims);
    }

    /**
     * Returns other values with this tensor's derivatives: for an operation whose formula can be differentiated, but loses
     * digits, beside the same numbers computed in a better way.
     *
     * @param values of the same shape and type; no gradient passes to them
     */
    default Tensor withValues(Tensor values) {
        return Layout.withValues((Tensor) this, values);
    }

    /** Returns the tensor repeated along axes of size 1, or absent in front, to the given shape. */
    default Tensor broadcastTo(Shape shape) {
        return Layout.broadcastTo((Tensor) this, shape);
    }

    /** Returns positions {@code from} (inclusive) to {@code to} (exclusive) of one axis. */
    default Tensor slice(int axis, int from, int to) {
        return Layout.slice((Tensor) this, axis, from, to);
    }

    /** Returns the tensor with zeros added before and after it along one axis. */
    default Tensor pad(int axis, int before, int after) {
        return Layout.pad((Tensor) this, axis, before, after);
    }

    /** Returns the entries along axis 0 with the given numbers, which may repeat. */
    default Tensor gather(int... rows) {
        return Indexing.gather((Tensor) this, rows);
    }

    /** Returns {@code rowsOfResult} entries along axis 0, where entry i of this is added to entry {@code rows[i]}. */
    default Tensor scatterAdd(int[] rows, int rowsOfResult) {
        return Indexing.scatterAdd((Tensor) this, rows, rowsOfResult);
    }
}
