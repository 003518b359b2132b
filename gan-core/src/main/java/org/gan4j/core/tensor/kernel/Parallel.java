package org.gan4j.core.tensor.kernel;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Runs a kernel over a range of elements in chunks that depend on the range alone. Any thread may take any chunk, so a
 * kernel whose chunks do not depend on each other gives the same result whatever the threads do.
 */
final class Parallel {
    /** What is done to the elements from one index to another. */
    @FunctionalInterface
    interface Range {
        void run(int from, int to);
    }

    /** The smallest range worth a second thread, for a kernel of a few instructions per element. */
    static final int CHEAP = 1 << 17;
    /** The smallest range worth a second thread, for a kernel of tens of instructions per element. */
    static final int COSTLY = 1 << 15;

    private static final int CHUNKS = 8;
    private static final int THREADS = Natives.threads();
    private static final BlockingQueue<Job> WAITING = new LinkedBlockingQueue<>();

    static {
        for (int i = 1; i < THREADS; i++) {
            Thread worker = new Thread(Parallel::work, "gan4j-kernel-" + i);
            worker.setDaemon(true);
            worker.start();
        }
    }

    private Parallel() {}

    /** Covers 0 to n, on several threads if n reaches {@code threshold}. */
    static void run(int n, int threshold, Range range) {
        if (THREADS == 1 || n < Math.max(2, threshold)) {
            range.run(0, n);
            return;
        }
        run(new Job(range, n, n / CHUNKS + 1));
    }

    /** What is done to one of several pieces of work. */
    @FunctionalInterface
    interface Piece {
        void run(int index);
    }

    /** Does all of several large pieces of work, on as many threads as there are. */
    static void pieces(int count, Piece piece) {
        Range range = (from, to) -> {
            for (int i = from; i < to; i++) {
                piece.run(i);
            }
        };
        if (THREADS == 1 || count == 1) {
            range.run(0, count);
            return;
        }
        run(new Job(range, count, 1));
    }

    private static void run(Job job) {
        for (int i = 1; i < Math.min(THREADS, job.chunks); i++) {
            WAITING.add(job);
        }
        job.help();
        job.await();
    }

    private static void work() {
        while (true) {
            try {
                next().help();
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Returns the next work, at once if it comes soon after the last. */
    private static Job next() throws InterruptedException {
        Patience patience = new Patience();
        while (patience.lasts()) {
            Job job = WAITING.poll();
            if (job != null) {
                return job;
            }
        }
        return WAITING.take();
    }

    /**
     * Waiting for something that comes soon: in a short loop, then giving the processor to whoever else can run. Waking a
     * thread that sleeps takes some fifty microseconds.
     */
    private static final class Patience {
        private static final int SPINS = 300;
        private static final long NANOSECONDS = 200_000;

        private final long start = System.nanoTime();
        private int spins;

        @SuppressWarnings("ThreadPriorityCheck") // correct without; yielding only lets others run sooner
        boolean lasts() {
            if (spins < SPINS) {
                spins++;
                Thread.onSpinWait();
                return true;
            }
            Thread.yield();
            return System.nanoTime() - start < NANOSECONDS;
        }
    }

    private static final class Job {
        private final Range range;
        private final int n;
        private final int chunk;
        private final int chunks;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Job(Range range, int n, int chunk) {
            this.range = range;
            this.n = n;
            this.chunk = chunk;
            this.chunks = (int) (((long) n + chunk - 1) / chunk);
        }

        void help() {
            for (int i = next.getAndIncrement(); i < chunks; i = next.getAndIncrement()) {
                try {
                    range.run(i * chunk, (int) Math.min(n, (i + 1L) * chunk));
                } catch (RuntimeException | Error thrown) {
                    failure = thrown;
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        /** Waits for the chunk that another thread is still working on. */
        void await() {
            Patience patience = new Patience();
            while (done.get() < chunks) {
                if (!patience.lasts()) {
                    LockSupport.parkNanos(5_000);
                }
            }
            Throwable thrown = failure;
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
        }
    }
}
