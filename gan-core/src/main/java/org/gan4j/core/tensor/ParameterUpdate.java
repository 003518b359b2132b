package org.gan4j.core.tensor;

import java.util.List;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.memory.Block;

/**
 * The only way to write a tensor in place: the updates of optimizers, each in one pass over a persistent tensor.
 *
 * <p>An update raises the version of the memory. The {@link Tensor#persistent} tensor itself then reads the new values;
 * views of it, and what was recorded from them, refuse to be read.
 */
public final class ParameterUpdate {
    /** The settings of {@link #momentum}. */
    public record Momentum(double rate, double momentum, boolean nesterov) {}

    /**
     * The settings of {@link #rmsprop}.
     *
     * @param epsilonInside whether epsilon stands inside the root
     */
    public record Rmsprop(double rate, double decay, double epsilon, boolean epsilonInside) {}

    /**
     * The settings of {@link #adam}, with bias correction folded into {@code step} and {@code scale}.
     *
     * @param root added to the scaled second moment inside the root
     * @param epsilon added outside the root
     */
    public record Adam(double beta1, double beta2, double step, double scale, double root, double epsilon) {}

    private ParameterUpdate() {}

    /** p = value. */
    public static void assign(Tensor p, Tensor value) {
        check("assign", p, value);
        KernelSets.current().layout().copy(value.block(), p.block(), p.size());
        written(p, value);
    }

    /** p = p - rate g. */
    public static void descent(Tensor p, Tensor g, double rate) {
        check("descent", p, g);
        KernelSets.current().update().descent(p.block(), g.block(), rate, p.size());
        written(p, g);
    }

    /** v = momentum v - rate g; p = p + v, or with {@code nesterov} p = p + momentum v - rate g. */
    public static void momentum(Tensor p, Tensor g, Tensor v, Momentum settings) {
        check("momentum", p, g);
        check("momentum", v, g);
        KernelSets.current()
                .update()
                .momentum(
                        p.block(),
                        g.block(),
                        v.block(),
                        settings.rate(),
                        settings.momentum(),
                        settings.nesterov(),
                        p.size());
        written(v, g);
        written(p, g);
    }

    /**
     * G = decay G + (1 - decay) g^2, and with a second moment M = decay M + (1 - decay) g;
     * p = p - rate g / (sqrt(G - M^2) + epsilon), epsilon inside the root if so set.
     *
     * @param moments G, or G and M for the centred form, whose variance is clamped at 0
     */
    public static void rmsprop(Tensor p, Tensor g, List<Tensor> moments, Rmsprop settings) {
        check("rmsprop", p, g);
        checkMoments("rmsprop", moments, 1, g);
        Block square = moments.get(0).block();
        boolean centred = moments.size() == 2;
        Block mean = centred ? moments.get(1).block() : square;
        KernelSets.current()
                .update()
                .rmsprop(
                        p.block(),
                        g.block(),
                        square,
                        mean,
                        settings.rate(),
                        settings.decay(),
                        settings.epsilon(),
                        settings.epsilonInside(),
                        centred,
                        p.size());
        moments.forEach(moment -> written(moment, g));
        written(p, g);
    }

    /**
     * m = beta1 m + (1 - beta1) g; v = beta2 v + (1 - beta2) g^2; w = max(w, v);
     * p = p - step m / (sqrt(scale v + root) + epsilon), with w in the place of v if it is given.
     *
     * @param moments m and v, and w for AMSGrad
     */
    public static void adam(Tensor p, Tensor g, List<Tensor> moments, Adam settings) {
        check("adam", p, g);
        checkMoments("adam", moments, 2, g);
        Block second = moments.get(1).block();
        boolean amsgrad = moments.size() == 3;
        Block largest = amsgrad ? moments.get(2).block() : second;
        KernelSets.current()
                .update()
                .adam(
                        p.block(),
                        g.block(),
                        moments.get(0).block(),
                        second,
                        largest,
                        settings.beta1(),
                        settings.beta2(),
                        settings.step(),
                        settings.scale(),
                        settings.root(),
                        settings.epsilon(),
                        amsgrad,
                        p.size());
        moments.forEach(moment -> written(moment, g));
        written(p, g);
    }

    private static void checkMoments(String name, List<Tensor> moments, int least, Tensor g) {
        if (moments.size() != least && moments.size() != least + 1) {
            throw new IllegalArgumentException(
                    name + " takes " + least + " or " + (least + 1) + " moments, not " + moments.size());
        }
        moments.forEach(moment -> check(name, moment, g));
    }

    private static void check(String name, Tensor written, Tensor read) {
        if (!written.isPersistent()) {
            throw new IllegalArgumentException(name + " writes persistent tensors only, and this " + written.shape()
                    + " tensor is not one, or is a view of one; make it with persistent()");
        }
        Elementwise.sameType(name, written, read);
        if (!written.shape().equals(read.shape())) {
            throw new IllegalArgumentException(
                    name + " cannot update shape " + written.shape() + " from shape " + read.shape());
        }
    }

    private static void written(Tensor written, Tensor read) {
        written.block().raiseVersion();
        written.follow();
        Lease.alive(read);
    }
}
