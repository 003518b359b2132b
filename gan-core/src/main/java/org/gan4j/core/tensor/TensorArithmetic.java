package org.gan4j.core.tensor;

/** The methods of a tensor that combine two operands element by element; both broadcast. */
public sealed interface TensorArithmetic permits Tensor {
    /** Returns x + y. */
    default Tensor plus(Tensor other) {
        return Elementwise.plus((Tensor) this, other);
    }

    /** Returns x + value. */
    default Tensor plus(double value) {
        return Elementwise.plus((Tensor) this, value);
    }

    /** Returns x - y. */
    default Tensor minus(Tensor other) {
        return Elementwise.minus((Tensor) this, other);
    }

    /** Returns x - value. */
    default Tensor minus(double value) {
        return Elementwise.minus((Tensor) this, value);
    }

    /** Returns x y. */
    default Tensor times(Tensor other) {
        return Elementwise.times((Tensor) this, other);
    }

    /** Returns x value. */
    default Tensor times(double value) {
        return Elementwise.times((Tensor) this, value);
    }

    /** Returns x / y. */
    default Tensor dividedBy(Tensor other) {
        return Elementwise.dividedBy((Tensor) this, other);
    }

    /** Returns x / value. */
    default Tensor dividedBy(double value) {
        return Elementwise.dividedBy((Tensor) this, value);
    }

    /** Returns max(x, y); where they are equal each has half of the gradient. */
    default Tensor maximum(Tensor other) {
        return Selection.maximum((Tensor) this, other);
    }

    /** Returns max(x, value); the gradient is 0 where x = value. */
    default Tensor maximum(double value) {
        return Selection.maximum((Tensor) this, value);
    }

    /** Returns min(x, y); where they are equal each has half of the gradient. */
    default Tensor minimum(Tensor other) {
        return Selection.minimum((Tensor) this, other);
    }

    /** Returns min(x, value); the gradient is 0 where x = value. */
    default Tensor minimum(double value) {
        return Selection.minimum((Tensor) this, value);
    }

    /**
     * Returns min(max(x, low), high); the gradient passes where low &lt;= x &lt;= high.
     *
     * @throws IllegalArgumentException if low is above high, or either is NaN
     */
    default Tensor clip(double low, double high) {
        return Selection.clip((Tensor) this, low, high);
    }

    /** Returns [x &gt; y] as 0 or 1, without gradient. */
    default Tensor greaterThan(Tensor other) {
        return Selection.greaterThan((Tensor) this, other);
    }

    /** Returns [x &gt; value] as 0 or 1, without gradient. */
    default Tensor greaterThan(double value) {
        return Selection.greaterThan((Tensor) this, value);
    }

    /** Returns [x &gt;= y] as 0 or 1, without gradient. */
    default Tensor greaterOrEqual(Tensor other) {
        return Selection.greaterOrEqual((Tensor) this, other);
    }

    /** Returns [x &gt;= value] as 0 or 1, without gradient. */
    default Tensor greaterOrEqual(double value) {
        return Selection.greaterOrEqual((Tensor) this, value);
    }

    /** Returns [x &lt; y] as 0 or 1, without gradient. */
    default Tensor lessThan(Tensor other) {
        return Selection.lessThan((Tensor) this, other);
    }

    /** Returns [x &lt; value] as 0 or 1, without gradient. */
    default Tensor lessThan(double value) {
        return Selection.lessThan((Tensor) this, value);
    }

    /** Returns [x &lt;= y] as 0 or 1, without gradient. */
    default Tensor lessOrEqual(Tensor other) {
        return Selection.lessOrEqual((Tensor) this, other);
    }

    /** Returns [x &lt;= value] as 0 or 1, without gradient. */
    default Tensor lessOrEqual(double value) {
        return Selection.lessOrEqual((Tensor) this, value);
    }

    /** Returns [x = y] as 0 or 1, without gradient. */
    default Tensor equalTo(Tensor other) {
        return Selection.equalTo((Tensor) this, other);
    }

    /** Returns [x = value] as 0 or 1, without gradient. */
    default Tensor equalTo(double value) {
        return Selection.equalTo((Tensor) this, value);
    }
}
