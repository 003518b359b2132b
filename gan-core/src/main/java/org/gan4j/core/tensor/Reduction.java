package org.gan4j.core.tensor;

import java.util.Arrays;
import org.gan4j.core.kernel.ReductionKernels;
import org.gan4j.core.kernel.select.KernelSets;

/** Reductions over axes, with their derivative rules; those of the norms are safe where the norm is 0. */
final class Reduction {
    private static final Rule SOFTMAX = (g, saved) -> {
        Tensor weighted = g.times(saved[0]);
        return weighted.minus(saved[0].times(weighted.sumKeeping(-1)));
    };

    private Reduction() {}

    /** z = sum x; dx = g everywhere. */
    static Tensor sum(Tensor x) {
        return sumTo(x, everything(x), Shape.SCALAR);
    }

    /** z = sum of x over the axes, which vanish; dx = g repeated along them. */
    static Tensor sum(Tensor x, int... axes) {
        boolean[] reduced = x.shape().marked(axes);
        return sumTo(x, reduced, x.shape().reduced(reduced, false));
    }

    /** z = sum of x over the axes, each kept with size 1; dx = g repeated along them. */
    static Tensor sumKeeping(Tensor x, int... axes) {
        boolean[] reduced = x.shape().marked(axes);
        return sumTo(x, reduced, x.shape().reduced(reduced, true));
    }

    /** z = mean x; dx = g / n everywhere, for n elements. */
    static Tensor mean(Tensor x) {
        return sum(x).dividedBy(x.size());
    }

    /** z = mean of x over the axes, which vanish; dx = g / n, for n elements in each mean. */
    static Tensor mean(Tensor x, int... axes) {
        Tensor total = sum(x, axes);
        return total.dividedBy((double) x.size() / total.size());
    }

    /** z = mean of x over the axes, each kept with size 1. */
    static Tensor meanKeeping(Tensor x, int... axes) {
        Tensor total = sumKeeping(x, axes);
        return total.dividedBy((double) x.size() / total.size());
    }

    /** z = max x; dx = g / c where x is one of c equal maxima. */
    static Tensor max(Tensor x) {
        return maxTo(x, everything(x), Shape.SCALAR);
    }

    /** z = maximum of x over the axes, which vanish; dx = g / c where x is one of c equal maxima. */
    static Tensor max(Tensor x, int... axes) {
        boolean[] reduced = x.shape().marked(axes);
        return maxTo(x, reduced, x.shape().reduced(reduced, false));
    }

    /** z = maximum of x over the axes, each kept with size 1. */
    static Tensor maxKeeping(Tensor x, int... axes) {
        boolean[] reduced = x.shape().marked(axes);
        return maxTo(x, reduced, x.shape().reduced(reduced, true));
    }

    /** z = ln sum e^x; dx = g e^(x - z). */
    static Tensor logSumExp(Tensor x) {
        return logSumExpTo(x, everything(x), Shape.SCALAR);
    }

    /** z = ln sum e^x over the axes, which vanish; dx = g e^(x - z). */
    static Tensor logSumExp(Tensor x, int... axes) {
        boolean[] reduced = x.shape().marked(axes);
        return logSumExpTo(x, reduced, x.shape().reduced(reduced, false));
    }

    /** z = sum x^2; dx = 2 g x. */
    static Tensor squaredNorm(Tensor x) {
        return x.square().sum();
    }

    /** z = sqrt(sum x^2); dx = g x / z, and 0 where z = 0. */
    static Tensor norm(Tensor x) {
        return norm(x, axes(everything(x)));
    }

    /** z = sqrt(sum of x^2 over the axes), which vanish; dx = g x / z, and 0 where z = 0. */
    static Tensor norm(Tensor x, int... axes) {
        Shape kept = x.shape().reduced(x.shape().marked(axes), true);
        Tensor values = x.detach();
        Tensor z = values.square().sum(axes).sqrt();
        return z.recording(
                x, (g, saved) -> saved[0].times(g.times(inverse(saved[1])).reshape(kept)), x, z);
    }

    /** y = e^x / sum e^x along one axis; dx = g y - y sum(g y). */
    static Tensor softmax(Tensor x, int axis) {
        Shape shape = x.shape();
        int along = shape.axis(axis);
        int inner = 1;
        for (int i = along + 1; i < shape.rank(); i++) {
            inner *= shape.dim(i);
        }
        int middle = shape.dim(along);
        Tensor y = Tensor.allocate(x.dtype(), shape);
        KernelSets.current().reduction().softmax(x.block(), x.size() / middle / inner, middle, inner, y.block());
        Lease.alive(x);
        return y.recording(
                x,
                along == shape.rank() - 1
                        ? SOFTMAX
                        : (g, saved) -> {
                            Tensor weighted = g.times(saved[0]);
                            return weighted.minus(saved[0].times(weighted.sumKeeping(along)));
                        },
                y);
    }

    /**
     * Returns whether no element is infinite or NaN. A finite sum has finite terms; if it is not finite, which huge terms
     * may also cause, the extremes tell, and they are NaN if any element is.
     */
    static boolean allFinite(Tensor x) {
        try (Scope scope = Scope.open()) {
            Tensor sum = reduce(ReductionKernels.Reduction.SUM, x, everything(x), Shape.SCALAR);
            if (Double.isFinite(sum.item())) {
                return true;
            }
            Tensor high = reduce(ReductionKernels.Reduction.MAX, x, everything(x), Shape.SCALAR);
            Tensor low = reduce(ReductionKernels.Reduction.MIN, x, everything(x), Shape.SCALAR);
            return Double.isFinite(high.item()) && Double.isFinite(low.item());
        }
    }

    /** z = sum of x over the marked axes, in the given shape, which has the size that is left. */
    static Tensor sumTo(Tensor x, boolean[] reduced, Shape shape) {
        Shape from = x.shape();
        return reduce(ReductionKernels.Reduction.SUM, x, reduced, shape)
                .recording(
                        x, (g, saved) -> g.reshape(from.reduced(reduced, true)).broadcastTo(from));
    }

    /** Returns 1 / z, and 0 with derivatives 0 where z = 0. */
    private static Tensor inverse(Tensor z) {
        Tensor positive = z.greaterThan(0);
        Tensor one = Tensor.ones(z.dtype(), Shape.SCALAR);
        Tensor zero = Tensor.zeros(z.dtype(), Shape.SCALAR);
        return Selection.where(positive, Selection.where(positive, z, one).reciprocal(), zero);
    }

    private static Tensor maxTo(Tensor x, boolean[] reduced, Shape shape) {
        Tensor z = reduce(ReductionKernels.Reduction.MAX, x, reduced, shape);
        Shape kept = x.shape().reduced(reduced, true);
        int[] axes = axes(reduced);
        return z.recording(
                x,
                (g, saved) -> {
                    Tensor attained = saved[0].equalTo(saved[1].reshape(kept));
                    Tensor share = attained.dividedBy(attained.sumKeeping(axes));
                    return g.reshape(kept).times(share);
                },
                x,
                z);
    }

    private static Tensor logSumExpTo(Tensor x, boolean[] reduced, Shape shape) {
        Tensor z = reduce(ReductionKernels.Reduction.LOG_SUM_EXP, x, reduced, shape);
        Shape kept = x.shape().reduced(reduced, true);
        return z.recording(
                x,
                (g, saved) -> g.reshape(kept)
                        .times(saved[0].minus(saved[1].reshape(kept)).exp()),
                x,
                z);
    }

    private static Tensor reduce(ReductionKernels.Reduction kind, Tensor x, boolean[] reduced, Shape shape) {
        Tensor z = Tensor.allocate(x.dtype(), shape);
        KernelSets.current().reduction().reduce(kind, x.block(), x.shape().raw(), reduced, z.block());
        Lease.alive(x);
        return z;
    }

    private static boolean[] everything(Tensor x) {
        boolean[] all = new boolean[x.shape().rank()];
        Arrays.fill(all, true);
        return all;
    }

    private static int[] axes(boolean[] marked) {
        int[] axes = new int[marked.length];
        int count = 0;
        for (int i = 0; i < marked.length; i++) {
            if (marked[i]) {
                axes[count++] = i;
            }
        }
        return Arrays.copyOf(axes, count);
    }
}
