package org.gan4j.core.kernel;

/**
 * Elementwise functions of two arguments x and y. Comparisons yield 1 where they hold and 0 elsewhere. The derivative
 * kernels take the incoming gradient as x and the value they need as y.
 */
public enum BinaryOperation {
    /** x + y. */
    ADD,
    /** x - y. */
    SUBTRACT,
    /** x y. */
    MULTIPLY,
    /** x / y. */
    DIVIDE,
    /** The larger of x and y; NaN if either is NaN. */
    MAXIMUM,
    /** The smaller of x and y; NaN if either is NaN. */
    MINIMUM,
    /** [x > y]. */
    GREATER,
    /** [x >= y]. */
    GREATER_EQUAL,
    /** [x < y]. */
    LESS,
    /** [x <= y]. */
    LESS_EQUAL,
    /** [x = y]. */
    EQUAL,
    /** x (1 - y^2): the gradient of tanh from its value y. */
    TANH_GRADIENT,
    /** x y (1 - y): the gradient of the sigmoid from its value y. */
    SIGMOID_GRADIENT,
    /**
     * x [y > 0]: the gradient of relu from its value or its argument. NaN or x if y is NaN; NaN or 0 if x is not finite
     * and y <= 0.
     */
    RELU_GRADIENT
}
