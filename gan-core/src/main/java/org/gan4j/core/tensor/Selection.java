package org.gan4j.core.tensor;

import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.DType;

/** Comparisons, and operations that choose between operands, with their derivative rules. */
final class Selection {
    private static final Rule LARGER = (g, saved) -> g.times(share(saved[0], saved[1]));
    private static final Rule SMALLER = (g, saved) -> g.times(share(saved[1], saved[0]));
    private static final Rule CHOSEN = (g, saved) -> where(saved[0], g, Tensor.zeros(g.dtype(), Shape.SCALAR));
    private static final Rule LEFT = (g, saved) -> where(saved[0], Tensor.zeros(g.dtype(), Shape.SCALAR), g);

    private Selection() {}

    /** z = max(x, y); dx = g where x &gt; y, g / 2 where x = y, and dy likewise. */
    static Tensor maximum(Tensor x, Tensor y) {
        return Elementwise.binary("maximum", BinaryOperation.MAXIMUM, x, y)
                .recording(x, LARGER, x, y)
                .recording(y, LARGER, y, x);
    }

    /** z = max(x, value); dx = g where x &gt; value. */
    static Tensor maximum(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.MAXIMUM, x, value)
                .recording(x, (g, saved) -> g.times(saved[0].greaterThan(value)), x);
    }

    /** z = min(x, y); dx = g where x &lt; y, g / 2 where x = y, and dy likewise. */
    static Tensor minimum(Tensor x, Tensor y) {
        return Elementwise.binary("minimum", BinaryOperation.MINIMUM, x, y)
                .recording(x, SMALLER, x, y)
                .recording(y, SMALLER, y, x);
    }

    /** z = min(x, value); dx = g where x &lt; value. */
    static Tensor minimum(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.MINIMUM, x, value)
                .recording(x, (g, saved) -> g.times(saved[0].lessThan(value)), x);
    }

    /** z = min(max(x, low), high); dx = g where low &lt;= x &lt;= high. */
    static Tensor clip(Tensor x, double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException("clip needs low <= high, but low is " + low + " and high is " + high);
        }
        Tensor z = Tensor.allocate(x.dtype(), x.shape());
        KernelSets.current().elementwise().clip(x.block(), low, high, z.block(), x.size());
        Lease.alive(x);
        return z.recording(x, (g, saved) -> g.times(saved[0].greaterOrEqual(low).times(saved[0].lessOrEqual(high))), x);
    }

    /** z = a where the condition is not 0, else b; da = g where it is not 0, db = g where it is 0. */
    static Tensor where(Tensor condition, Tensor a, Tensor b) {
        DType dtype = Elementwise.sameType("where", a, b);
        Elementwise.sameType("where", condition, a);
        Shape values = Broadcasting.together("where", a.shape(), b.shape());
        Shape shape = Broadcasting.together("where", condition.shape(), values);
        Tensor mask = Layout.repeat(condition.detach(), shape);
        Tensor first = Layout.repeat(a.detach(), shape);
        Tensor second = Layout.repeat(b.detach(), shape);
        Tensor z = Tensor.allocate(dtype, shape);
        KernelSets.current().elementwise().where(mask.block(), first.block(), second.block(), z.block(), shape.size());
        Lease.alive(mask);
        Lease.alive(first);
        Lease.alive(second);
        return z.recording(a, CHOSEN, mask).recording(b, LEFT, mask);
    }

    /** [x &gt; y]. */
    static Tensor greaterThan(Tensor x, Tensor y) {
        return Elementwise.binary("greaterThan", BinaryOperation.GREATER, x, y);
    }

    /** [x &gt; value]. */
    static Tensor greaterThan(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.GREATER, x, value);
    }

    /** [x &gt;= y]. */
    static Tensor greaterOrEqual(Tensor x, Tensor y) {
        return Elementwise.binary("greaterOrEqual", BinaryOperation.GREATER_EQUAL, x, y);
    }

    /** [x &gt;= value]. */
    static Tensor greaterOrEqual(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.GREATER_EQUAL, x, value);
    }

    /** [x &lt; y]. */
    static Tensor lessThan(Tensor x, Tensor y) {
        return Elementwise.binary("lessThan", BinaryOperation.LESS, x, y);
    }

    /** [x &lt; value]. */
    static Tensor lessThan(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.LESS, x, value);
    }

    /** [x &lt;= y]. */
    static Tensor lessOrEqual(Tensor x, Tensor y) {
        return Elementwise.binary("lessOrEqual", BinaryOperation.LESS_EQUAL, x, y);
    }

    /** [x &lt;= value]. */
    static Tensor lessOrEqual(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.LESS_EQUAL, x, value);
    }

    /** [x = y]. */
    static Tensor equalTo(Tensor x, Tensor y) {
        return Elementwise.binary("equalTo", BinaryOperation.EQUAL, x, y);
    }

    /** [x = value]. */
    static Tensor equalTo(Tensor x, double value) {
        return Elementwise.binary(BinaryOperation.EQUAL, x, value);
    }

    /** 1 where x &gt; y, 1/2 where x = y, else 0. */
    private static Tensor share(Tensor x, Tensor y) {
        return x.greaterThan(y).plus(x.greaterOrEqual(y)).times(0.5);
    }
}
