package org.gan4j.core.tensor;

/**
 * The methods of a tensor that reduce it. Axes may be negative, counting from the end; without axes everything is
 * reduced, to shape []. Reduced axes vanish, or stay with size 1 in the {@code Keeping} forms.
 */
public sealed interface TensorReductions permits Tensor {
    /** Returns the sum of all elements, of shape []. */
    default Tensor sum() {
        return Reduction.sum((Tensor) this);
    }

    /** Returns the sum over the axes; over none, the tensor itself. */
    default Tensor sum(int... axes) {
        return Reduction.sum((Tensor) this, axes);
    }

    /** Returns the sum over the axes, each kept with size 1. */
    default Tensor sumKeeping(int... axes) {
        return Reduction.sumKeeping((Tensor) this, axes);
    }

    /** Returns the mean of all elements, of shape []. */
    default Tensor mean() {
        return Reduction.mean((Tensor) this);
    }

    /** Returns the mean over the axes. */
    default Tensor mean(int... axes) {
        return Reduction.mean((Tensor) this, axes);
    }

    /** Returns the mean over the axes, each kept with size 1. */
    default Tensor meanKeeping(int... axes) {
        return Reduction.meanKeeping((Tensor) this, axes);
    }

    /** Returns the largest element, of shape []; equal maxima share the gradient evenly. */
    default Tensor max() {
        return Reduction.max((Tensor) this);
    }

    /** Returns the maximum over the axes; equal maxima share the gradient evenly. */
    default Tensor max(int... axes) {
        return Reduction.max((Tensor) this, axes);
    }

    /** Returns the maximum over the axes, each kept with size 1; equal maxima share the gradient evenly. */
    default Tensor maxKeeping(int... axes) {
        return Reduction.maxKeeping((Tensor) this, axes);
    }

    /** Returns ln sum e^x over all elements, of shape [], without overflow. */
    default Tensor logSumExp() {
        return Reduction.logSumExp((Tensor) this);
    }

    /** Returns ln sum e^x over the axes, without overflow. */
    default Tensor logSumExp(int... axes) {
        return Reduction.logSumExp((Tensor) this, axes);
    }

    /** Returns e^x / sum e^x along one axis, without overflow. */
    default Tensor softmax(int axis) {
        return Reduction.softmax((Tensor) this, axis);
    }

    /** Returns the sum of the squares of all elements, of shape []. */
    default Tensor squaredNorm() {
        return Reduction.squaredNorm((Tensor) this);
    }

    /** Returns the Euclidean norm of all elements, of shape []; where it is 0 its gradients of any order are 0. */
    default Tensor norm() {
        return Reduction.norm((Tensor) this);
    }

    /** Returns the Euclidean norm over the axes; where it is 0 its gradients of any order are 0. */
    default Tensor norm(int... axes) {
        return Reduction.norm((Tensor) this, axes);
    }

    /** Returns the maximum over consecutive pieces: [N, units * pieces] to [N, units]; a tie goes to the first. */
    default Tensor maxout(int pieces) {
        return Indexing.maxout((Tensor) this, pieces);
    }
}
