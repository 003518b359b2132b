package org.gan4j.core.kernel.portable;

/** The update formulas on tiles of floats; constants are rounded to float once. */
final class FloatUpdates {
    /** One update of the parameters p and the state s, t, w by the gradient g. */
    @FunctionalInterface
    interface Loop {
        void run(float[] p, float[] g, float[] s, float[] t, float[] w, int n);
    }

    private FloatUpdates() {}

    static Loop descent(double rate) {
        float r = (float) rate;
        return (p, g, s, t, w, n) -> {
            for (int i = 0; i < n; i++) {
                p[i] -= r * g[i];
            }
        };
    }

    static Loop momentum(double rate, double momentum, boolean nesterov) {
        float r = (float) rate;
        float mu = (float) momentum;
        if (nesterov) {
            return (p, g, v, t, w, n) -> {
                for (int i = 0; i < n; i++) {
                    float velocity = mu * v[i] - r * g[i];
                    v[i] = velocity;
                    p[i] += mu * velocity - r * g[i];
                }
            };
        }
        return (p, g, v, t, w, n) -> {
            for (int i = 0; i < n; i++) {
                float velocity = mu * v[i] - r * g[i];
                v[i] = velocity;
                p[i] += velocity;
            }
        };
    }

    static Loop rmsprop(double rate, double decay, double epsilon, boolean epsilonInside, boolean centred) {
        float r = (float) rate;
        float d = (float) decay;
        float rest = (float) (1 - decay);
        float inside = epsilonInside ? (float) epsilon : 0f;
        float outside = epsilonInside ? 0f : (float) epsilon;
        if (centred) {
            return (p, g, square, m, w, n) -> {
                for (int i = 0; i < n; i++) {
                    square[i] = d * square[i] + rest * (g[i] * g[i]);
                    m[i] = d * m[i] + rest * g[i];
                    float variance = Math.max(square[i] - m[i] * m[i], 0f);
                    p[i] -= r * g[i] / ((float) Math.sqrt(variance + inside) + outside);
                }
            };
        }
        return (p, g, square, m, w, n) -> {
            for (int i = 0; i < n; i++) {
                square[i] = d * square[i] + rest * (g[i] * g[i]);
                p[i] -= r * g[i] / ((float) Math.sqrt(square[i] + inside) + outside);
            }
        };
    }

    static Loop adam(
            double beta1, double beta2, double step, double scale, double root, double epsilon, boolean amsgrad) {
        float b1 = (float) beta1;
        float rest1 = (float) (1 - beta1);
        float b2 = (float) beta2;
        float rest2 = (float) (1 - beta2);
        float a = (float) step;
        float c = (float) scale;
        float inside = (float) root;
        float outside = (float) epsilon;
        if (amsgrad) {
            return (p, g, m, v, w, n) -> {
                for (int i = 0; i < n; i++) {
                    m[i] = b1 * m[i] + rest1 * g[i];
                    v[i] = b2 * v[i] + rest2 * (g[i] * g[i]);
                    w[i] = Math.max(w[i], v[i]);
                    p[i] -= a * m[i] / ((float) Math.sqrt(c * w[i] + inside) + outside);
                }
            };
        }
        return (p, g, m, v, w, n) -> {
            for (int i = 0; i < n; i++) {
                m[i] = b1 * m[i] + rest1 * g[i];
                v[i] = b2 * v[i] + rest2 * (g[i] * g[i]);
                p[i] -= a * m[i] / ((float) Math.sqrt(c * v[i] + inside) + outside);
            }
        };
    }
}
