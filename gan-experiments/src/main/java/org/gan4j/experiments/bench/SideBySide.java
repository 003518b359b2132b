package org.gan4j.experiments.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Independent copies of a workload at once, each on a thread of its own; their steps count together. */
final class SideBySide implements Workload {
    private final List<Workload> copies;

    SideBySide(List<? extends Workload> copies) {
        this.copies = new ArrayList<>(copies);
    }

    /** Returns the sum of the copies' rates as a timing. */
    @Override
    public Timing work(double seconds) {
        ExecutorService threads = Executors.newFixedThreadPool(copies.size());
        try {
            List<Callable<Timing>> tasks = new ArrayList<>();
            copies.forEach(copy -> tasks.add(() -> copy.work(seconds)));
            long count = 0;
            double rate = 0;
            for (Future<Timing> done : threads.invokeAll(tasks)) {
                Timing timing = done.get();
                count += timing.count();
                rate += timing.count() / timing.seconds();
            }
            return new Timing(count, count / rate);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was interrupted", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a run side by side with others failed: " + failed.getCause(), failed);
        } finally {
            threads.shutdown();
        }
    }

    @Override
    public SortedMap<String, Long> parameters() {
        return copies.get(0).parameters();
    }
}
