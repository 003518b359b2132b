package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.BinaryOperation;

/** One elementwise function of two tiles of floats; z is an array of its own. */
@FunctionalInterface
interface FloatBinary {
    void apply(float[] x, float[] y, float[] z, int n);

    static FloatBinary of(BinaryOperation operation) {
        return switch (operation) {
            case ADD -> FloatBinary::add;
            case SUBTRACT -> FloatBinary::subtract;
            case MULTIPLY -> FloatBinary::multiply;
            case DIVIDE -> FloatBinary::divide;
            case MAXIMUM -> FloatBinary::maximum;
            case MINIMUM -> FloatBinary::minimum;
            case GREATER -> FloatBinary::greater;
            case GREATER_EQUAL -> FloatBinary::greaterOrEqual;
            case LESS -> (x, y, z, n) -> greater(y, x, z, n);
            case LESS_EQUAL -> (x, y, z, n) -> greaterOrEqual(y, x, z, n);
            case EQUAL -> FloatBinary::equal;
            case TANH_GRADIENT -> FloatBinary::tanhGradient;
            case SIGMOID_GRADIENT -> FloatBinary::sigmoidGradient;
            case RELU_GRADIENT -> FloatBinary::reluGradient;
        };
    }

    /**
     * The gradient of the leaky rectifier of a slope, from its argument y. 0 is added to one of two numbers, which is exact:
     * a comparison of floats would be a branch that the processor cannot foresee.
     */
    static FloatBinary leakyReluGradient(float slope) {
        return (x, y, z, n) -> {
            for (int i = 0; i < n; i++) {
                float above = Math.min(Math.max(y[i] * FloatUnary.HUGE * FloatUnary.HUGE, 0f), 1f);
                z[i] = x[i] * (above + slope * (1f - above));
            }
        };
    }

    private static void add(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] + y[i];
        }
    }

    private static void subtract(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] - y[i];
        }
    }

    private static void multiply(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * y[i];
        }
    }

    private static void divide(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] / y[i];
        }
    }

    private static void maximum(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(x[i], y[i]);
        }
    }

    private static void minimum(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.min(x[i], y[i]);
        }
    }

    private static void greater(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] > y[i] ? 1f : 0f;
        }
    }

    private static void greaterOrEqual(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] >= y[i] ? 1f : 0f;
        }
    }

    private static void equal(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] == y[i] ? 1f : 0f;
        }
    }

    private static void tanhGradient(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * ((1f - y[i]) * (1f + y[i]));
        }
    }

    private static void sigmoidGradient(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * (y[i] * (1f - y[i]));
        }
    }

    private static void reluGradient(float[] x, float[] y, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * Math.min(Math.max(y[i] * FloatUnary.HUGE * FloatUnary.HUGE, 0f), 1f);
        }
    }
}
