package org.gan4j.core.kernel.portable;

import org.gan4j.core.kernel.UpdateKernels;
import org.gan4j.core.kernel.parallel.Parallel;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;

/** The optimizers' updates as loops over tiles; chunks of the parameters may run on several threads. */
final class TiledUpdate implements UpdateKernels {
    /** Five tiles and what they are copied from stay in the nearest cache, which halves the time of large updates. */
    private static final int SIZE = Tiles.SIZE / 4;

    @Override
    public void descent(Block p, Block g, double rate, int n) {
        run(n, p, g, FloatUpdates.descent(rate), DoubleUpdates.descent(rate));
    }

    @Override
    public void momentum(Block p, Block g, Block v, double rate, double momentum, boolean nesterov, int n) {
        run(
                n,
                p,
                g,
                FloatUpdates.momentum(rate, momentum, nesterov),
                DoubleUpdates.momentum(rate, momentum, nesterov),
                v);
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
        Block[] state = centred ? new Block[] {square, m} : new Block[] {square};
        run(
                n,
                p,
                g,
                FloatUpdates.rmsprop(rate, decay, epsilon, epsilonInside, centred),
                DoubleUpdates.rmsprop(rate, decay, epsilon, epsilonInside, centred),
                state);
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
        Block[] state = amsgrad ? new Block[] {m, v, w} : new Block[] {m, v};
        run(
                n,
                p,
                g,
                FloatUpdates.adam(beta1, beta2, step, scale, root, epsilon, amsgrad),
                DoubleUpdates.adam(beta1, beta2, step, scale, root, epsilon, amsgrad),
                state);
    }

    private static void run(
            int n, Block p, Block g, FloatUpdates.Loop floats, DoubleUpdates.Loop doubles, Block... state) {
        if (p.dtype() == DType.FLOAT32) {
            Parallel.run(n, Parallel.CHEAP, (from, to) -> runFloats(from, to, p, g, state, floats));
        } else {
            runDoubles(n, p, g, state, doubles);
        }
    }

    private static void runFloats(int from, int to, Block p, Block g, Block[] state, FloatUpdates.Loop loop) {
        Tiles tiles = Tiles.current();
        float[][] values = {tiles.z, tiles.u, tiles.v};
        for (int i = from; i < to; i += SIZE) {
            int count = Math.min(SIZE, to - i);
            p.read(i, tiles.x, 0, count);
            g.read(i, tiles.y, 0, count);
            for (int j = 0; j < state.length; j++) {
                state[j].read(i, values[j], 0, count);
            }
            loop.run(tiles.x, tiles.y, tiles.z, tiles.u, tiles.v, count);
            p.write(i, tiles.x, 0, count);
            for (int j = 0; j < state.length; j++) {
                state[j].write(i, values[j], 0, count);
            }
        }
    }

    private static void runDoubles(int n, Block p, Block g, Block[] state, DoubleUpdates.Loop loop) {
        Tiles tiles = Tiles.current();
        double[][] values = {tiles.zDouble, tiles.uDouble, tiles.vDouble};
        for (int i = 0; i < n; i += SIZE) {
            int count = Math.min(SIZE, n - i);
            p.read(i, tiles.xDouble, 0, count);
            g.read(i, tiles.yDouble, 0, count);
            for (int j = 0; j < state.length; j++) {
                state[j].read(i, values[j], 0, count);
            }
            loop.run(tiles.xDouble, tiles.yDouble, tiles.zDouble, tiles.uDouble, tiles.vDouble, count);
            p.write(i, tiles.xDouble, 0, count);
            for (int j = 0; j < state.length; j++) {
                state[j].write(i, values[j], 0, count);
            }
        }
    }
}
