package org.gan4j.core.kernel.onednn;

import org.bytedeco.dnnl.global.dnnl;
import org.gan4j.core.kernel.BinaryOperation;
import org.gan4j.core.kernel.UnaryOperation;

/**
 * Which of oneDNN's functions compute ours. Compared with float64 over all floats, oneDNN 3.11 is within 2 units in the last
 * place, the sigmoid within 5 where it is above 2^-125.
 *
 * <p>Not used: relu, whose value at NaN is 0; the maximum, the minimum and clip, which drop a NaN; &gt; and &gt;=, which hold
 * for NaN ({@code <} and {@code <=} do not); exp, infinite at NaN; log, off by 9 at the smallest positive numbers; softplus, 7.6e-6
 * instead of 2e-38 at -86.6; ELU, 0 just below 0, such as at -1e-8. There is no log1p, no expm1, and no sign.
 */
public final class OneDnnFunctions {
    /** Says that there is no suitable function. */
    public static final int NONE = 0;

    /** x above 0, else alpha x. */
    static final int LEAKY_RELU = dnnl.dnnl_eltwise_relu;

    private OneDnnFunctions() {}

    /** Returns oneDNN's function of one argument, or {@link #NONE}. */
    public static int of(UnaryOperation operation, double parameter) {
        return switch (operation) {
            case NEGATE -> dnnl.dnnl_eltwise_linear;
            case SQRT -> dnnl.dnnl_eltwise_sqrt;
            case SQUARE -> dnnl.dnnl_eltwise_square;
            case ABS -> dnnl.dnnl_eltwise_abs;
            case SIGMOID -> dnnl.dnnl_eltwise_logistic;
            case TANH -> dnnl.dnnl_eltwise_tanh;
            case LEAKY_RELU -> (float) parameter == 0f ? NONE : LEAKY_RELU;
            case POWER -> parameter == 2 ? dnnl.dnnl_eltwise_square : NONE;
            case EXP, LOG, LOG1P, EXPM1, SIGN, RECIPROCAL, SOFTPLUS, RELU, ELU -> NONE;
        };
    }

    /** Returns the parameter that oneDNN's function takes for ours. */
    static float alpha(UnaryOperation operation, double parameter) {
        return switch (operation) {
            case NEGATE -> -1f;
            case LEAKY_RELU -> (float) parameter;
            default -> 0f;
        };
    }

    /** Returns whether the function takes tens of instructions. */
    static boolean isCostly(UnaryOperation operation) {
        return operation == UnaryOperation.TANH || operation == UnaryOperation.SIGMOID;
    }

    /** Returns oneDNN's function of two arguments, or {@link #NONE}. */
    public static int of(BinaryOperation operation) {
        return switch (operation) {
            case ADD -> dnnl.dnnl_binary_add;
            case SUBTRACT -> dnnl.dnnl_binary_sub;
            case MULTIPLY -> dnnl.dnnl_binary_mul;
            case DIVIDE -> dnnl.dnnl_binary_div;
            case LESS -> dnnl.dnnl_binary_lt;
            case LESS_EQUAL -> dnnl.dnnl_binary_le;
            case EQUAL -> dnnl.dnnl_binary_eq;
            case MAXIMUM, MINIMUM, GREATER, GREATER_EQUAL, TANH_GRADIENT, SIGMOID_GRADIENT, RELU_GRADIENT -> NONE;
        };
    }

    /** Returns oneDNN's function that gives the same when its arguments change places, or {@link #NONE}. */
    public static int swapped(BinaryOperation operation) {
        return switch (operation) {
            case ADD -> dnnl.dnnl_binary_add;
            case MULTIPLY -> dnnl.dnnl_binary_mul;
            case EQUAL -> dnnl.dnnl_binary_eq;
            case GREATER -> dnnl.dnnl_binary_lt;
            case GREATER_EQUAL -> dnnl.dnnl_binary_le;
            case SUBTRACT, DIVIDE, MAXIMUM, MINIMUM, LESS, LESS_EQUAL, TANH_GRADIENT, SIGMOID_GRADIENT, RELU_GRADIENT ->
                NONE;
        };
    }

    /** Returns the function whose gradient, from its value, the operation is, or {@link #NONE}. */
    public static int gradient(BinaryOperation operation) {
        return switch (operation) {
            case TANH_GRADIENT -> dnnl.dnnl_eltwise_tanh_use_dst_for_bwd;
            case SIGMOID_GRADIENT -> dnnl.dnnl_eltwise_logistic_use_dst_for_bwd;
            case RELU_GRADIENT -> dnnl.dnnl_eltwise_relu_use_dst_for_bwd;
            default -> NONE;
        };
    }
}
