package org.gan4j.core.kernel.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gan4j.core.kernel.KernelSet;
import org.gan4j.core.memory.Block;
import org.gan4j.core.memory.DType;
import org.gan4j.core.memory.Memory;

/**
 * One operation on operands of one size, which kernel sets are compared by.
 *
 * @param operation the name that the table has for it, or a plain one for operations that only the portable set has
 * @param shape the sizes, for people
 * @param size what the table measures the operation by: numbers, or floating-point operations of products and convolutions
 * @param work what is done
 */
record KernelTrial(String operation, String shape, long size, Work work) {
    private static final long CALIBRATED = 300_000;
    private static final int MOST_CALLS = 4096;

    /** Makes operands and returns what a set does with them. */
    @FunctionalInterface
    interface Work {
        Consumer<KernelSet> prepare(Operands operands);
    }

    /** Blocks of numbers between -1 and 1 that are given back after the trial. */
    static final class Operands implements AutoCloseable {
        private final List<Block> blocks = new ArrayList<>();

        /** Returns a block of n numbers of both signs, none of them 0, in no order. */
        Block of(int n) {
            double[] numbers = new double[n];
            for (int i = 0; i < n; i++) {
                numbers[i] = (i * 0x9E3779B9L % 2047 - 1023.5) / 1024;
            }
            Block block = Memory.allocate(DType.FLOAT32, n);
            block.write(0, numbers, 0, n);
            blocks.add(block);
            return block;
        }

        @Override
        public void close() {
            blocks.forEach(Memory::release);
            blocks.clear();
        }
    }

    /** Returns the microseconds of the fastest call of each set in turns of all of them, in about so many seconds, and in so many turns at least. */
    double[] measure(List<KernelSet> sets, double seconds, int turns) {
        double[] best = new double[sets.size()];
        try (Operands operands = new Operands()) {
            Consumer<KernelSet> call = work.prepare(operands);
            long budget = (long) (seconds * 1e9);
            int[] calls = new int[sets.size()];
            for (int i = 0; i < best.length; i++) {
                calls[i] = calibrated(call, sets.get(i), budget / 4 / best.length);
                best[i] = Double.POSITIVE_INFINITY;
            }
            long end = System.nanoTime() + budget * 3 / 4;
            int turn = 0;
            do {
                turn++;
                for (int i = 0; i < best.length; i++) {
                    best[i] = Math.min(best[i], time(call, sets.get(i), calls[i]) / 1e3 / calls[i]);
                }
            } while (turn < turns || System.nanoTime() < end);
        }
        return best;
    }

    /** Warms up, and returns how many calls fill a reading. */
    private static int calibrated(Consumer<KernelSet> call, KernelSet set, long budget) {
        long end = System.nanoTime() + budget;
        int calls = 1;
        do {
            if (time(call, set, calls) < CALIBRATED && calls < MOST_CALLS) {
                calls *= 2;
            }
        } while (System.nanoTime() < end);
        return calls;
    }

    private static long time(Consumer<KernelSet> call, KernelSet set, int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            call.accept(set);
        }
        return System.nanoTime() - start;
    }
}
