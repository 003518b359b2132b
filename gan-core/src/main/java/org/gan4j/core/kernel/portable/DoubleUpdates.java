package org.gan4j.core.kernel.portable;

/** The update formulas on tiles of doubles. */
final class DoubleUpdates {
    /** One update of the parameters p and the state s, t, w by the gradient g. */
    @FunctionalInterface
    interface Loop {
        void run(double[] p, double[] g, double[] s, double[] t, double[] w, int n);
    }

    private DoubleUpdates() {}

    static Loop descent(double rate) {
        return (p, g, s, t, w, n) -> {
            for (int i = 0; i < n; i++) {
                p[i] -= rate * g[i];
            }
        };
    }

    static Loop momentum(double rate, double momentum, boolean nesterov) {
        if (nesterov) {
            return (p, g, v, t, w, n) -> {
                for (int i = 0; i < n; i++) {
                    double velocity = momentum * v[i] - rate * g[i];
                    v[i] = velocity;
                    p[i] += momentum * velocity - rate * g[i];
                }
            };
        }
        return (p, g, v, t, w, n) -> {
            for (int i = 0; i < n; i++) {
                double velocity = momentum * v[i] - rate * g[i];
                v[i] = velocity;
                p[i] += velocity;
            }
        };
    }

    static Loop rmsprop(double rate, double decay, double epsilon, boolean epsilonInside, boolean centred) {
        double rest = 1 - decay;
        double inside = epsilonInside ? epsilon : 0;
        double outside = epsilonInside ? 0 : epsilon;
        if (centred) {
            return (p, g, square, m, w, n) -> {
                for (int i = 0; i < n; i++) {
                    square[i] = decay * square[i] + rest * (g[i] * g[i]);
                    m[i] = decay * m[i] + rest * g[i];
                    double variance = Math.max(square[i] - m[i] * m[i], 0);
                    p[i] -= rate * g[i] / (Math.sqrt(variance + inside) + outside);
                }
            };
        }
        return (p, g, square, m, w, n) -> {
            for (int i = 0; i < n; i++) {
                square[i] = decay * square[i] + rest * (g[i] * g[i]);
                p[i] -= rate * g[i] / (Math.sqrt(square[i] + inside) + outside);
            }
        };
    }

    static Loop adam(
            double beta1, double beta2, double step, double scale, double root, double epsilon, boolean amsgrad) {
        double rest1 = 1 - beta1;
        double rest2 = 1 - beta2;
        if (amsgrad) {
            return (p, g, m, v, w, n) -> {
                for (int i = 0; i < n; i++) {
                    m[i] = beta1 * m[i] + rest1 * g[i];
                    v[i] = beta2 * v[i] + rest2 * (g[i] * g[i]);
                    w[i] = Math.max(w[i], v[i]);
                    p[i] -= step * m[i] / (Math.sqrt(scale * w[i] + root) + epsilon);
                }
            };
        }
        return (p, g, m, v, w, n) -> {
            for (int i = 0; i < n; i++) {
                m[i] = beta1 * m[i] + rest1 * g[i];
                v[i] = beta2 * v[i] + rest2 * (g[i] * g[i]);
                p[i] -= step * m[i] / (Math.sqrt(scale * v[i] + root) + epsilon);
            }
        };
    }
}
