package org.gan4j.core.kernel.parallel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.gan4j.core.memory.Natives;
import org.jspecify.annotations.Nullable;

/**
 * Runs a kernel over a range of elements in chunks that depend on the range alone. Any thread may take any chunk, so a
 * kernel whose chunks do not depend on each other gives the same result whatever the threads do.
 *
 * <p>Each thread begins with the same share of any range, so that what it finds in its processor's cache is what it wrote
 * last, and takes over from others what they have not begun.
 */
public final class Parallel {
    /** What is done to the elements from one index to another. */
    @FunctionalInterface
    public interface Range {
        public void run(int from, int to);
    }

    /** The smallest range worth a second thread, for a kernel of a few instructions per element. */
    public static final int CHEAP = 1 << 14;
    /** The smallest range worth a second thread, for a kernel of tens of instructions per element. */
    public static final int COSTLY = 1 << 14;

    private static final int CHUNKS = 8;
    private static final int THREADS = Natives.threads();
    private static final Queue<Job> WAITING = new ConcurrentLinkedQueue<>();
    private static final Queue<Thread> ASLEEP = new ConcurrentLinkedQueue<>();

    static {
        for (int i = 1; i < THREADS; i++) {
            int place = i;
            Thread worker = new Thread(() -> work(place), "gan4j-kernel-" + i);
            worker.setDaemon(true);
            worker.start();
        }
    }

    private Parallel() {}

    /** Covers 0 to n, on several threads if n reaches {@code threshold}. */
    public static void run(int n, int threshold, Range range) {
        if (THREADS == 1 || n < Math.max(2, threshold)) {
            range.run(0, n);
            return;
        }
        run(new Job(range, n, n / CHUNKS + 1));
    }

    /** What is done to one of several pieces of work. */
    @FunctionalInterface
    public interface Piece {
        /** Does one of them, with a number from 0. */
        public void run(int index);
    }

    /**
     * Does all of several large pieces of work, on as many threads as kernels use, in any order.
     *
     * @throws RuntimeException if a piece threw it, after all have been done
     */
    public static void pieces(int count, Piece piece) {
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
        for (int i = 1; i < job.shares; i++) {
            WAITING.add(job);
        }
        for (int i = 1; i < job.shares; i++) {
            LockSupport.unpark(ASLEEP.poll());
        }
        job.help(0);
        job.await();
    }

    private static void work(int place) {
        while (true) {
            next().help(place);
        }
    }

    /** Returns the next work, at once if it comes soon after the last. */
    private static Job next() {
        Patience patience = new Patience();
        while (patience.lasts()) {
            Job job = WAITING.poll();
            if (job != null) {
                return job;
            }
        }
        while (true) {
            ASLEEP.add(Thread.currentThread());
            Job job = WAITING.poll();
            if (job != null) {
                ASLEEP.remove(Thread.currentThread());
                return job;
            }
            LockSupport.park(WAITING);
            ASLEEP.remove(Thread.currentThread());
        }
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
        /** So many numbers of an array are farther apart than a line of a processor's cache. */
        private static final int APART = 16;

        private final Range range;
        private final int n;
        private final int chunk;
        private final int chunks;
        private final int shares;
        private final AtomicIntegerArray taken;
        private final AtomicInteger done = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Job(Range range, int n, int chunk) {
            this.range = range;
            this.n = n;
            this.chunk = chunk;
            this.chunks = (int) (((long) n + chunk - 1) / chunk);
            shares = Math.min(THREADS, chunks);
            taken = new AtomicIntegerArray(shares * APART);
        }

        /** Does what is left of a thread's own share, and then of the others'. */
        void help(int place) {
            int count = 0;
            for (int i = 0; i < shares; i++) {
                count += share((place + i) % shares);
            }
            if (count > 0) {
                done.addAndGet(count);
            }
        }

        /** Does what is left of a share; returns how many chunks that were. */
        private int share(int index) {
            int first = (int) ((long) index * chunks / shares);
            int size = (int) ((index + 1L) * chunks / shares) - first;
            int count = 0;
            for (int i = taken.getAndIncrement(index * APART); i < size; i = taken.getAndIncrement(index * APART)) {
                chunk(first + i);
                count++;
            }
            return count;
        }

        private void chunk(int i) {
            try {
                range.run(i * chunk, (int) Math.min(n, (i + 1L) * chunk));
            } catch (RuntimeException | Error thrown) {
                failure = thrown;
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
