package org.gan4j.core.tensor;

/** The methods of a tensor that map each element x on its own. */
public sealed interface TensorFunctions permits Tensor {
    /** Returns -x. */
    default Tensor negate() {
        return Functions.negate((Tensor) this);
    }

    /** Returns e^x. */
    default Tensor exp() {
        return Functions.exp((Tensor) this);
    }

    /** Returns ln x. */
    default Tensor log() {
        return Functions.log((Tensor) this);
    }

    /** Returns ln(1 + x), accurate near 0. */
    default Tensor log1p() {
        return Functions.log1p((Tensor) this);
    }

    /** Returns e^x - 1, accurate near 0. */
    default Tensor expm1() {
        return Functions.expm1((Tensor) this);
    }

    /** Returns the square root of x; its gradient at 0 is infinite (see {@link TensorReductions#norm()}). */
    default Tensor sqrt() {
        return Functions.sqrt((Tensor) this);
    }

    /** Returns x^2. */
    default Tensor square() {
        return Functions.square((Tensor) this);
    }

    /** Returns |x|; the gradient at 0 is 0. */
    default Tensor abs() {
        return Functions.abs((Tensor) this);
    }

    /** Returns -1, 0 or 1, without gradient. */
    default Tensor sign() {
        return Functions.sign((Tensor) this);
    }

    /** Returns 1 / x. */
    default Tensor reciprocal() {
        return Functions.reciprocal((Tensor) this);
    }

    /** Returns x^exponent. */
    default Tensor power(double exponent) {
        return Functions.power((Tensor) this, exponent);
    }

    /** Returns 1 / (1 + e^-x). */
    default Tensor sigmoid() {
        return Functions.sigmoid((Tensor) this);
    }

    /** Returns the hyperbolic tangent of x. */
    default Tensor tanh() {
        return Functions.tanh((Tensor) this);
    }

    /** Returns ln(1 + e^x), without overflow. */
    default Tensor softplus() {
        return Functions.softplus((Tensor) this);
    }

    /** Returns max(x, 0); the gradient at 0 is 0. */
    default Tensor relu() {
        return Functions.relu((Tensor) this);
    }

    /** Returns x where x &gt; 0, else slope x; the gradient at 0 is the slope. */
    default Tensor leakyRelu(double slope) {
        return Functions.leakyRelu((Tensor) this, slope);
    }

    /** Returns x where x &gt; 0, else alpha (e^x - 1); the gradient at 0 is alpha. */
    default Tensor elu(double alpha) {
        return Functions.elu((Tensor) this, alpha);
    }
}
