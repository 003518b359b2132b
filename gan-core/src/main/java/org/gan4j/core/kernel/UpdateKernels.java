package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/**
 * The optimizers' updates, each in one pass over n elements: parameters p and state are read and written in place, the
 * gradient g is read.
 */
public interface UpdateKernels {
    /** p -= rate g. */
    void descent(Block p, Block g, double rate, int n);

    /** v = momentum v - rate g; p += v, or with {@code nesterov} p += momentum v - rate g. */
    void momentum(Block p, Block g, Block v, double rate, double momentum, boolean nesterov, int n);

    /**
     * G = decay G + (1 - decay) g^2; with {@code centred}, M = decay M + (1 - decay) g and the variance is
     * max(G - M^2, 0); p -= rate g / sqrt(variance + epsilon) when {@code epsilonInside}, else
     * p -= rate g / (sqrt(variance) + epsilon).
     *
     * @param m the running mean M when {@code centred}, else ignored (pass {@code square})
     */
    void rmsprop(
            Block p,
            Block g,
            Block square,
            Block m,
            double rate,
            double decay,
            double epsilon,
            boolean epsilonInside,
            boolean centred,
            int n);

    /**
     * m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; with {@code amsgrad}, w = max(w, v) takes the place
     * of v below; p -= step m / (sqrt(scale v + root) + epsilon). The caller folds bias correction into {@code step}
     * and {@code scale} and chooses where epsilon stands by {@code root} and {@code epsilon}.
     *
     * @param w the running maximum when {@code amsgrad}, else ignored (pass {@code v})
     */
    void adam(
            Block p,
            Block g,
            Block m,
            Block v,
            Block w,
            double beta1,
            double beta2,
            double step,
            double scale,
            double root,
            double epsilon,
            boolean amsgrad,
            int n);
}
