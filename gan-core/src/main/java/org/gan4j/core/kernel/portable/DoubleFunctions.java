package org.gan4j.core.kernel.portable;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.UnaryOperation;

/** The elementwise functions in double precision, one number at a time: exact to an ulp or so rather than fast. */
final class DoubleFunctions {
    private DoubleFunctions() {}

    static DoubleUnaryOperator of(UnaryOperation operation, double a) {
        return switch (operation) {
            case NEGATE -> x -> -x;
            case EXP -> Math::exp;
            case LOG -> Math::log;
            case LOG1P -> Math::log1p;
            case EXPM1 -> Math::expm1;
            case SQRT -> Math::sqrt;
            case SQUARE -> x -> x * x;
            case ABS -> Math::abs;
            case SIGN -> Math::signum;
            case RECIPROCAL -> x -> 1 / x;
            case POWER -> x -> Math.pow(x, a);
            case SIGMOID -> DoubleFunctions::sigmoid;
            case TANH -> Math::tanh;
            case SOFTPLUS -> x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case RELU -> x -> Math.max(x, 0);
            case LEAKY_RELU -> x -> x > 0 ? x : a * x;
            case ELU -> x -> x > 0 ? x : a * Math.expm1(x);
        };
    }

    static DoubleBinaryOperator of(BinaryOperation operation) {
        return switch (operation) {
            case ADD -> Double::sum;
            case SUBTRACT -> (x, y) -> x - y;
            case MULTIPLY -> (x, y) -> x * y;
            case DIVIDE -> (x, y) -> x / y;
            case MAXIMUM -> Math::max;
            case MINIMUM -> Math::min;
            case GREATER -> (x, y) -> x > y ? 1 : 0;
            case GREATER_EQUAL -> (x, y) -> x >= y ? 1 : 0;
            case LESS -> (x, y) -> x < y ? 1 : 0;
            case LESS_EQUAL -> (x, y) -> x <= y ? 1 : 0;
            case EQUAL -> (x, y) -> x == y ? 1 : 0;
            case TANH_GRADIENT -> (x, y) -> x * ((1 - y) * (1 + y));
            case SIGMOID_GRADIENT -> (x, y) -> x * (y * (1 - y));
            case RELU_GRADIENT -> (x, y) -> x * (y > 0 ? 1 : y <= 0 ? 0 : y);
        };
    }

    private static double sigmoid(double x) {
        double e = Math.exp(-Math.abs(x));
        return (x > 0 ? 1 : e) / (1 + e);
    }
}
