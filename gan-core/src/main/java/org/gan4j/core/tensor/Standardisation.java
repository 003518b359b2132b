package org.gan4j.core.tensor;

import org.gan4j.core.kernel.select.KernelSets;

/**
 * The columns of a matrix with mean 0 and variance 1, with derivatives of every order.
 *
 * <p>y = (x - m) r with m = sum x / n, v = sum (x - m)^2 / n and r = 1 / sqrt(v + epsilon) for each column of n rows.
 *
 * @param values y, [rows, columns]
 * @param mean m, [columns], without gradient
 * @param variance v, [columns], without gradient
 */
public record Standardisation(Tensor values, Tensor mean, Tensor variance) {
    /**
     * Standardises the columns of a matrix; dx = r (g - sum g / n - y sum g y / n).
     *
     * @param x [rows, columns]
     * @param epsilon added to the variance, above 0
     * @throws IllegalArgumentException if x is not a matrix
     */
    public static Standardisation of(Tensor x, double epsilon) {
        if (x.shape().rank() != 2) {
            throw new IllegalArgumentException("Standardisation takes a matrix [rows, columns], but was given shape "
                    + x.shape() + "; bring it to two axes with reshape");
        }
        int rows = x.shape().dim(0);
        int columns = x.shape().dim(1);
        Tensor y = Tensor.allocate(x.dtype(), x.shape());
        Tensor statistics = Tensor.allocate(x.dtype(), Shape.of(3, columns));
        KernelSets.current()
                .normalisation()
                .standardise(x.block(), rows, columns, epsilon, y.block(), statistics.block());
        Lease.alive(x);
        Tensor inverse = statistics.slice(0, 2, 3).reshape(columns);
        inverse.recording(
                x, (g, saved) -> saved[1].times(g.times(saved[0].square()).times(-1.0 / rows)), inverse, y);
        y.recording(x, (g, saved) -> gradient(g, saved[0], saved[1]), y, inverse);
        return new Standardisation(
                y,
                statistics.slice(0, 0, 1).reshape(columns),
                statistics.slice(0, 1, 2).reshape(columns));
    }

    /** y alone. */
    static Tensor values(Tensor x, double epsilon) {
        return of(x, epsilon).values();
    }

    /**
     * z = r (g - sum g / n - y sum g y / n). With s = sum g y / n, t = sum h y / n, for the gradient h: dg is the same of h;
     * dy = -r (h s + g t); dr = sum h z / r.
     */
    static Tensor gradient(Tensor g, Tensor y, Tensor inverse) {
        int rows = y.shape().dim(0);
        Tensor full = g.shape().equals(y.shape()) ? g : Layout.broadcastTo(g, y.shape());
        Tensor z = Tensor.allocate(Elementwise.sameType("standardisation", full, y), y.shape());
        KernelSets.current()
                .normalisation()
                .gradient(
                        full.block(),
                        y.block(),
                        inverse.block(),
                        rows,
                        y.shape().dim(1),
                        z.block());
        Lease.alive(full);
        Lease.alive(y);
        Lease.alive(inverse);
        return z.recording(full, (h, saved) -> gradient(h, saved[0], saved[1]), y, inverse)
                .recording(y, Standardisation::inValues, full, y, inverse)
                .recording(inverse, (h, saved) -> h.times(saved[0]).sum(0).dividedBy(saved[1]), z, inverse);
    }

    private static Tensor inValues(Tensor h, Tensor[] saved) {
        Tensor s = saved[0].times(saved[1]).mean(0);
        Tensor t = h.times(saved[1]).mean(0);
        return h.times(s).plus(saved[0].times(t)).times(saved[2]).negate();
    }
}
