package org.gan4j.core.tensor;

import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.DType;

/** Arithmetic of two operands, and the fused derivatives of activations, with their derivative rules. */
final class Elementwise {
    private static final Rule NEGATED = (g, saved) -> g.negate();
    private static final Rule TIMES_SAVED = (g, saved) -> g.times(saved[0]);
    private static final Rule OVER_SAVED = (g, saved) -> g.dividedBy(saved[0]);
    private static final Rule QUOTIENT =
            (g, saved) -> g.times(saved[0]).dividedBy(saved[1]).negate();
    private static final Rule TANH_GRADIENT = (h, saved) -> tanhGradient(h, saved[0]);
    private static final Rule TANH_CURVATURE =
            (h, saved) -> h.times(saved[0]).times(saved[1]).times(-2);
    private static final Rule SIGMOID_GRADIENT = (h, saved) -> sigmoidGradient(h, saved[0]);
    private static final Rule SIGMOID_CURVATURE =
            (h, saved) -> h.times(saved[0]).times(saved[1].times(-2).plus(1));
    private static final Rule RELU_GRADIENT = (h, saved) -> reluGradient(h, saved[0]);

    private Elementwise() {}

    /** z = x + y; dx = g, dy = g. */
    static Tensor plus(Tensor x, Tensor y) {
        return binary("plus", BinaryOperation.ADD, x, y)
                .recording(x, Rule.IDENTITY)
                .recording(y, Rule.IDENTITY);
    }

    /** z = x + value; dx = g. */
    static Tensor plus(Tensor x, double value) {
        return binary(BinaryOperation.ADD, x, value).recording(x, Rule.IDENTITY);
    }

    /** z = x - y; dx = g, dy = -g. */
    static Tensor minus(Tensor x, Tensor y) {
        return binary("minus", BinaryOperation.SUBTRACT, x, y)
                .recording(x, Rule.IDENTITY)
                .recording(y, NEGATED);
    }

    /** z = x - value; dx = g. */
    static Tensor minus(Tensor x, double value) {
        return binary(BinaryOperation.SUBTRACT, x, value).recording(x, Rule.IDENTITY);
    }

    /** z = x y; dx = g y, dy = g x. */
    static Tensor times(Tensor x, Tensor y) {
        return binary("times", BinaryOperation.MULTIPLY, x, y)
                .recording(x, TIMES_SAVED, y)
                .recording(y, TIMES_SAVED, x);
    }

    /** z = x value; dx = g value. */
    static Tensor times(Tensor x, double value) {
        return binary(BinaryOperation.MULTIPLY, x, value).recording(x, (g, saved) -> g.times(value));
    }

    /** z = x / y; dx = g / y, dy = -g z / y. */
    static Tensor dividedBy(Tensor x, Tensor y) {
        Tensor z = binary("dividedBy", BinaryOperation.DIVIDE, x, y);
        return z.recording(x, OVER_SAVED, y).recording(y, QUOTIENT, z, y);
    }

    /** z = x / value; dx = g / value. */
    static Tensor dividedBy(Tensor x, double value) {
        return binary(BinaryOperation.DIVIDE, x, value).recording(x, (g, saved) -> g.dividedBy(value));
    }

    /** z = g (1 - y^2), the gradient of y = tanh(x); dg = h (1 - y^2), dy = -2 h g y. */
    static Tensor tanhGradient(Tensor g, Tensor y) {
        return binary("tanhGradient", BinaryOperation.TANH_GRADIENT, g, y)
                .recording(g, TANH_GRADIENT, y)
                .recording(y, TANH_CURVATURE, g, y);
    }

    /** z = g y (1 - y), the gradient of y = sigmoid(x); dg = h y (1 - y), dy = h g (1 - 2 y). */
    static Tensor sigmoidGradient(Tensor g, Tensor y) {
        return binary("sigmoidGradient", BinaryOperation.SIGMOID_GRADIENT, g, y)
                .recording(g, SIGMOID_GRADIENT, y)
                .recording(y, SIGMOID_CURVATURE, g, y);
    }

    /** z = g [y &gt; 0], the gradient of y = relu(x); dg = h [y &gt; 0], and none for y. */
    static Tensor reluGradient(Tensor g, Tensor y) {
        return binary("reluGradient", BinaryOperation.RELU_GRADIENT, g, y).recording(g, RELU_GRADIENT, y);
    }

    /** z = g where x &gt; 0, else slope g, the gradient of the leaky rectifier; dg the same of h, and none for x. */
    static Tensor leakyReluGradient(Tensor g, Tensor x, double slope) {
        if (!g.shape().equals(x.shape())) {
            return leakyReluGradient(Layout.broadcastTo(g, x.shape()), x, slope);
        }
        Tensor z = Tensor.allocate(sameType("leakyReluGradient", g, x), x.shape());
        KernelSets.current().elementwise().leakyReluGradient(g.block(), x.block(), slope, z.block(), x.size());
        Lease.alive(g);
        Lease.alive(x);
        return z.recording(g, (h, saved) -> leakyReluGradient(h, saved[0], slope), x);
    }

    /** Adds y to x, which nobody else holds, in place; both have one shape. */
    static void addTo(Tensor x, Tensor y) {
        int[] dims = x.shape().raw();
        KernelSets.current()
                .elementwise()
                .binary(BinaryOperation.ADD, x.block(), dims, y.block(), dims, x.block(), dims);
        Lease.alive(x);
        Lease.alive(y);
    }

    /** Applies a kernel to two operands that broadcast. */
    static Tensor binary(String name, BinaryOperation operation, Tensor x, Tensor y) {
        DType dtype = sameType(name, x, y);
        Shape shape = Broadcasting.together(name, x.shape(), y.shape());
        Tensor z = Tensor.allocate(dtype, shape);
        KernelSets.current()
                .elementwise()
                .binary(
                        operation,
                        x.block(),
                        x.shape().raw(),
                        y.block(),
                        y.shape().raw(),
                        z.block(),
                        shape.raw());
        Lease.alive(x);
        Lease.alive(y);
        return z;
    }

    /** Applies a kernel to an operand and a constant. */
    static Tensor binary(BinaryOperation operation, Tensor x, double value) {
        Tensor z = Tensor.allocate(x.dtype(), x.shape());
        KernelSets.current().elementwise().binary(operation, x.block(), value, z.block(), x.size());
        Lease.alive(x);
        return z;
    }

    /**
     * Returns the type of both operands.
     *
     * @throws IllegalArgumentException if they differ
     */
    static DType sameType(String name, Tensor x, Tensor y) {
        if (x.dtype() != y.dtype()) {
            throw new IllegalArgumentException(name + " cannot mix " + x.dtype() + " " + x.shape() + " and " + y.dtype()
                    + " " + y.shape() + "; convert one of them with to(DType)");
        }
        return x.dtype();
    }
}
