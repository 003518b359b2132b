package org.gan4j.core.kernel;

import org.gan4j.core.memory.Block;

/** The optimizers' updates as plain loops in double precision. */
final class PlainUpdates implements UpdateKernels {
    @Override
    public void descent(Block p, Block g, double rate, int n) {
        for (int i = 0; i < n; i++) {
            p.set(i, p.get(i) - rate * g.get(i));
        }
    }

    @Override
    public void momentum(Block p, Block g, Block v, double rate, double momentum, boolean nesterov, int n) {
        for (int i = 0; i < n; i++) {
            double step = momentum * v.get(i) - rate * g.get(i);
            v.set(i, step);
            p.set(i, p.get(i) + (nesterov ? momentum * step - rate * g.get(i) : step));
        }
    }

    @Override
    public void rmsprop(
            Block p,
            Block g,
            Block square,
            Block m,
            double rate,
            double decay,
            double epsilon,
            boolean epsilonInside,
            boolean centred,
            int n) {
        for (int i = 0; i < n; i++) {
            double gradient = g.get(i);
            double variance = decay * square.get(i) + (1 - decay) * gradient * gradient;
            square.set(i, variance);
            if (centred) {
                double mean = decay * m.get(i) + (1 - decay) * gradient;
                m.set(i, mean);
                variance = Math.max(variance - mean * mean, 0);
            }
            double root = epsilonInside ? Math.sqrt(variance + epsilon) : Math.sqrt(variance) + epsilon;
            p.set(i, p.get(i) - rate * gradient / root);
        }
    }

    @Override
    public void adam(
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
            int n) {
        for (int i = 0; i < n; i++) {
            double gradient = g.get(i);
            double first = beta1 * m.get(i) + (1 - beta1) * gradient;
            double second = beta2 * v.get(i) + (1 - beta2) * gradient * gradient;
            m.set(i, first);
            v.set(i, second);
            if (amsgrad) {
                second = Math.max(w.get(i), second);
                w.set(i, second);
            }
            p.set(i, p.get(i) - step * first / (Math.sqrt(scale * second + root) + epsilon));
        }
    }
}
