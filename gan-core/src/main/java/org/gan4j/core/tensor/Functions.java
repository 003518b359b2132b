package org.gan4j.core.tensor;

import org.gan4j.core.kernel.UnaryOperation;
import org.gan4j.core.kernel.select.KernelSets;

/** Functions y = f(x) of each element on its own, with their derivative rules. */
final class Functions {
    private static final Rule NEGATED = (g, saved) -> g.negate();
    private static final Rule TIMES_SAVED = (g, saved) -> g.times(saved[0]);
    private static final Rule OVER_SAVED = (g, saved) -> g.dividedBy(saved[0]);
    private static final Rule LOG1P = (g, saved) -> g.dividedBy(saved[0].plus(1));
    private static final Rule EXPM1 = (g, saved) -> g.times(saved[0].exp());
    private static final Rule SQRT = (g, saved) -> g.dividedBy(saved[0]).times(0.5);
    private static final Rule SQUARE = (g, saved) -> g.times(saved[0]).times(2);
    private static final Rule ABS = (g, saved) -> g.times(saved[0].sign());
    private static final Rule RECIPROCAL =
            (g, saved) -> g.times(saved[0].square()).negate();
    private static final Rule SIGMOID = (g, saved) -> Elementwise.sigmoidGradient(g, saved[0]);
    private static final Rule TANH = (g, saved) -> Elementwise.tanhGradient(g, saved[0]);
    private static final Rule SOFTPLUS = (g, saved) -> g.times(saved[0].sigmoid());
    private static final Rule RELU = (g, saved) -> Elementwise.reluGradient(g, saved[0]);

    private Functions() {}

    /** y = -x; dx = -g. */
    static Tensor negate(Tensor x) {
        return unary(UnaryOperation.NEGATE, 0, x).recording(x, NEGATED);
    }

    /** y = e^x; dx = g y. */
    static Tensor exp(Tensor x) {
        Tensor y = unary(UnaryOperation.EXP, 0, x);
        return y.recording(x, TIMES_SAVED, y);
    }

    /** y = ln x; dx = g / x. */
    static Tensor log(Tensor x) {
        return unary(UnaryOperation.LOG, 0, x).recording(x, OVER_SAVED, x);
    }

    /** y = ln(1 + x); dx = g / (1 + x). */
    static Tensor log1p(Tensor x) {
        return unary(UnaryOperation.LOG1P, 0, x).recording(x, LOG1P, x);
    }

    /** y = e^x - 1; dx = g e^x, since y + 1 would be 0 where y rounds to -1. */
    static Tensor expm1(Tensor x) {
        return unary(UnaryOperation.EXPM1, 0, x).recording(x, EXPM1, x);
    }

    /** y = sqrt(x); dx = g / (2 y). */
    static Tensor sqrt(Tensor x) {
        Tensor y = unary(UnaryOperation.SQRT, 0, x);
        return y.recording(x, SQRT, y);
    }

    /** y = x^2; dx = 2 g x. */
    static Tensor square(Tensor x) {
        return unary(UnaryOperation.SQUARE, 0, x).recording(x, SQUARE, x);
    }

    /** y = |x|; dx = g sign(x), which is 0 at 0. */
    static Tensor abs(Tensor x) {
        return unary(UnaryOperation.ABS, 0, x).recording(x, ABS, x);
    }

    /** y = sign(x), without gradient. */
    static Tensor sign(Tensor x) {
        return unary(UnaryOperation.SIGN, 0, x);
    }

    /** y = 1 / x; dx = -g y^2. */
    static Tensor reciprocal(Tensor x) {
        Tensor y = unary(UnaryOperation.RECIPROCAL, 0, x);
        return y.recording(x, RECIPROCAL, y);
    }

    /** y = x^a for a constant a; dx = g a x^(a-1), and no gradient when a = 0. */
    static Tensor power(Tensor x, double a) {
        Tensor y = unary(UnaryOperation.POWER, a, x);
        return a == 0
                ? y
                : y.recording(x, (g, saved) -> g.times(saved[0].power(a - 1)).times(a), x);
    }

    /** y = 1 / (1 + e^-x); dx = g y (1 - y). */
    static Tensor sigmoid(Tensor x) {
        Tensor y = unary(UnaryOperation.SIGMOID, 0, x);
        return y.recording(x, SIGMOID, y);
    }

    /** y = tanh(x); dx = g (1 - y^2). */
    static Tensor tanh(Tensor x) {
        Tensor y = unary(UnaryOperation.TANH, 0, x);
        return y.recording(x, TANH, y);
    }

    /** y = ln(1 + e^x); dx = g sigmoid(x). */
    static Tensor softplus(Tensor x) {
        return unary(UnaryOperation.SOFTPLUS, 0, x).recording(x, SOFTPLUS, x);
    }

    /** y = max(x, 0); dx = g [y &gt; 0]. */
    static Tensor relu(Tensor x) {
        Tensor y = unary(UnaryOperation.RELU, 0, x);
        return y.recording(x, RELU, y);
    }

    /** y = x where x &gt; 0, else slope x; dx = g where x &gt; 0, else slope g. */
    static Tensor leakyRelu(Tensor x, double slope) {
        return unary(UnaryOperation.LEAKY_RELU, slope, x)
                .recording(x, (g, saved) -> Elementwise.leakyReluGradient(g, saved[0], slope), x);
    }

    /** y = x where x &gt; 0, else alpha (e^x - 1); dx = g where x &gt; 0, else g (y + alpha). */
    static Tensor elu(Tensor x, double alpha) {
        Tensor y = unary(UnaryOperation.ELU, alpha, x);
        return y.recording(
                x, (g, saved) -> Selection.where(saved[0].greaterThan(0), g, g.times(saved[1].plus(alpha))), x, y);
    }

    private static Tensor unary(UnaryOperation operation, double parameter, Tensor x) {
        Tensor y = Tensor.allocate(x.dtype(), x.shape());
        KernelSets.current().elementwise().unary(operation, parameter, x.block(), y.block(), x.size());
        Lease.alive(x);
        return y;
    }
}
