package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.UnaryOperation;

/** One elementwise function of a tile of floats; x and z are different arrays. */
@FunctionalInterface
interface FloatUnary {
    /** Twice multiplying by it brings every number but 0 beyond 1. */
    float HUGE = 0x1p127f;

    void apply(FloatMath math, float a, float[] x, float[] z, int n);

    static FloatUnary of(UnaryOperation operation, double parameter) {
        return switch (operation) {
            case NEGATE -> FloatUnary::negate;
            case EXP -> (math, a, x, z, n) -> math.exp(x, z, n);
            case LOG -> (math, a, x, z, n) -> math.log(x, z, n);
            case LOG1P -> (math, a, x, z, n) -> math.log1p(x, z, n);
            case EXPM1 -> (math, a, x, z, n) -> math.expm1(x, z, n);
            case SQRT -> FloatUnary::sqrt;
            case SQUARE -> FloatUnary::square;
            case ABS -> FloatUnary::abs;
            case SIGN -> FloatUnary::sign;
            case RECIPROCAL -> FloatUnary::reciprocal;
            case POWER -> power(parameter);
            case SIGMOID -> (math, a, x, z, n) -> math.sigmoid(x, z, n);
            case TANH -> (math, a, x, z, n) -> math.tanh(x, z, n);
            case SOFTPLUS -> (math, a, x, z, n) -> math.softplus(x, z, n);
            case RELU -> FloatUnary::relu;
            case LEAKY_RELU -> FloatUnary::leakyRelu;
            case ELU -> FloatUnary::elu;
        };
    }

    private static FloatUnary power(double a) {
        if (a == 1) {
            return (math, p, x, z, n) -> System.arraycopy(x, 0, z, 0, n);
        }
        if (a == 2) {
            return FloatUnary::square;
        }
        if (a == 3) {
            return FloatUnary::cube;
        }
        if (a == -1) {
            return FloatUnary::reciprocal;
        }
        return (math, p, x, z, n) -> {
            for (int i = 0; i < n; i++) {
                z[i] = (float) Math.pow(x[i], a);
            }
        };
    }

    private static void negate(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = -x[i];
        }
    }

    private static void sqrt(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = (float) Math.sqrt(x[i]);
        }
    }

    private static void square(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * x[i];
        }
    }

    private static void cube(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = x[i] * x[i] * x[i];
        }
    }

    private static void abs(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.abs(x[i]);
        }
    }

    private static void sign(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.min(Math.max(x[i] * HUGE * HUGE, -1f), 1f);
        }
    }

    private static void reciprocal(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = 1f / x[i];
        }
    }

    private static void relu(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(x[i], 0f);
        }
    }

    private static void leakyRelu(FloatMath math, float a, float[] x, float[] z, int n) {
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(x[i], 0f) + a * Math.min(x[i], 0f);
        }
    }

    private static void elu(FloatMath math, float a, float[] x, float[] z, int n) {
        math.expm1(x, z, n);
        for (int i = 0; i < n; i++) {
            z[i] = Math.max(x[i], 0f) + a * Math.min(z[i], 0f);
        }
    }
}
