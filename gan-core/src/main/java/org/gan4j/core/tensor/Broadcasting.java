package org.gan4j.core.tensor;

/** How shapes combine: aligned at the last axis, an axis of size 1, or absent in front, repeats. */
final class Broadcasting {
    private Broadcasting() {}

    /**
     * Returns the shape of the result of an operation on two operands.
     *
     * @throws IllegalArgumentException if an axis has two sizes, neither of them 1
     */
    static Shape together(String operation, Shape x, Shape y) {
        if (x.equals(y)) {
            return x;
        }
        int[] first = x.raw();
        int[] second = y.raw();
        int[] result = new int[Math.max(first.length, second.length)];
        for (int i = 1; i <= result.length; i++) {
            int a = i <= first.length ? first[first.length - i] : 1;
            int b = i <= second.length ? second[second.length - i] : 1;
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException(operation + " cannot combine shapes " + x + " and " + y
                        + ": on axis " + -i + " they have " + a + " and " + b
                        + "; sizes must be equal or one of them 1 (insert axes of size 1 with reshape)");
            }
            result[result.length - i] = Math.max(a, b);
        }
        return Shape.owning(result);
    }

    /**
     * Undoes broadcasting for derivative rules: sums a gradient over the axes along which an operand of the given shape
     * was repeated. The one place where this happens.
     */
    static Tensor undo(Tensor gradient, Shape shape) {
        Shape from = gradient.shape();
        if (from.equals(shape)) {
            return gradient;
        }
        if (!repeats(shape, from)) {
            throw new IllegalStateException("A derivative rule returned a gradient of shape " + from
                    + " for an argument of shape " + shape + ", which does not broadcast to it");
        }
        int added = from.rank() - shape.rank();
        boolean[] repeated = new boolean[from.rank()];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = i < added || (shape.dim(i - added) == 1 && from.dim(i) != 1);
        }
        return Reduction.sumTo(gradient, repeated, shape);
    }

    /** Returns whether {@code from} may repeat to {@code to}. */
    static boolean repeats(Shape from, Shape to) {
        int added = to.rank() - from.rank();
        if (added < 0) {
            return false;
        }
        for (int i = 0; i < from.rank(); i++) {
            if (from.dim(i) != 1 && from.dim(i) != to.dim(i + added)) {
                return false;
            }
        }
        return true;
    }
}
