package org.gan4j.core.kernel;

/**
 * Elementwise functions of one argument x; {@code a} is the parameter of those that have one.
 *
 * <p>In float32 each is within four units in the last place of the exact value, or, below the smallest normal number,
 * 0 in some kernel sets; infinities give the limit of the
 * function; NaN gives NaN. Where the result is 0 its sign is not specified, except by {@link #NEGATE} and {@link #ABS}.
 */
public enum UnaryOperation {
    /** -x. */
    NEGATE,
    /** e^x. */
    EXP,
    /** ln x. */
    LOG,
    /** ln(1 + x), accurate near 0. */
    LOG1P,
    /** e^x - 1, accurate near 0. */
    EXPM1,
    /** The square root of x. */
    SQRT,
    /** x^2. */
    SQUARE,
    /** |x|. */
    ABS,
    /** -1, 0 or 1. */
    SIGN,
    /** 1 / x. */
    RECIPROCAL,
    /** x^a for a constant a. */
    POWER,
    /** 1 / (1 + e^-x), without overflow for any finite x. */
    SIGMOID,
    /** The hyperbolic tangent of x. */
    TANH,
    /** ln(1 + e^x) = max(x, 0) + log1p(e^-|x|), without overflow for any finite x. */
    SOFTPLUS,
    /** max(x, 0). */
    RELU,
    /** x where x > 0, else a x. */
    LEAKY_RELU,
    /** x where x > 0, else a (e^x - 1). */
    ELU
}
