package org.gan4j.experiments.memory;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.training.StopRequest;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.experiments.training.TrainingJob;

/**
 * Trains as a run does, writes nothing, and reads at intervals how much memory the process holds.
 *
 * @param warmUp steps before the first reading: compilers, caches and the pool of blocks settle in them
 * @param steps steps after the first reading
 * @param every steps between two readings
 */
public record MemoryTrial(long warmUp, long steps, long every) {
    /** Checks that there is something to compare. */
    public MemoryTrial {
        if (warmUp < 1 || every < 1 || steps < every) {
            throw new IllegalArgumentException("a trial of memory needs a warm-up of at least 1 step, an interval of at"
                    + " least 1 and at least as many steps as the interval, but has " + warmUp + ", " + every + " and "
                    + steps);
        }
    }

    /**
     * Trains and returns the readings.
     *
     * @param job what is trained; its length is not used
     * @param shown each reading as it is taken
     * @throws IllegalStateException if the training diverges
     */
    public MemoryReport of(TrainingJob job, DataDirectory data, Consumer<MemoryReading> shown) {
        Dataset dataset = job.data().open(data);
        RandomStream random = RandomStream.of(job.seed());
        Trainer trainer = job.trainer(dataset);
        GameState start = trainer.start(random);
        List<MemoryReading> readings = new ArrayList<>();
        TrainingListener reader = new TrainingListener() {
            @Override
            public void onStep(GameState state) {
                long step = state.step() - warmUp;
                if (step >= 0 && step % every == 0) {
                    MemoryReading reading = MemoryReading.after(step);
                    readings.add(reading);
                    shown.accept(reading);
                }
            }
        };
        TrainingPlan plan =
                TrainingPlan.of(warmUp + steps, job.intervals().metrics(), List.of(reader), new StopRequest());
        TrainingOutcome outcome =
                trainer.train(start, dataset.batches(job.batchSize(), random.split("data")), random, plan);
        if (outcome instanceof TrainingOutcome.Diverged diverged) {
            throw new IllegalStateException("the training under observation diverged: " + diverged.message());
        }
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return new MemoryReport(readings, heap.getInit() == heap.getMax());
    }
}
