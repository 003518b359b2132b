package org.gan4j.experiments.bench;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StopRequest;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.experiments.training.TrainingJob;

/**
 * The steps of a training, taken by the {@link org.gan4j.core.training.Trainer} that runs take theirs with: batches from the data set, all noise,
 * every update, and the copies for the way back from a divergence. Numbers, pictures and checkpoints are left out.
 */
final class TrainingWorkload implements Workload {
    private final Trainer trainer;
    private final BatchSource batches;
    private final RandomStream random;
    private GameState state;

    TrainingWorkload(TrainingJob job, DataDirectory data) {
        Dataset dataset = job.data().open(data);
        random = RandomStream.of(job.seed());
        trainer = job.trainer(dataset);
        batches = dataset.batches(job.batchSize(), random.split("data"));
        state = trainer.start(random);
    }

    /** Trains on from where the last call ended; the time runs from the end of the first step to that of the last. */
    @Override
    public Timing work(double seconds) {
        Clock clock = new Clock(seconds);
        TrainingPlan plan = TrainingPlan.of(Long.MAX_VALUE, Long.MAX_VALUE, List.of(clock), clock.stop);
        TrainingOutcome outcome = trainer.train(state, batches, random, plan);
        if (outcome instanceof TrainingOutcome.Diverged diverged) {
            throw new IllegalStateException("the training under measurement diverged: " + diverged.message());
        }
        state = outcome.state();
        return clock.timing();
    }

    @Override
    public SortedMap<String, Long> parameters() {
        SortedMap<String, Long> counts = new TreeMap<>();
        state.players()
                .forEach((name, player) -> counts.put(
                        name,
                        player.parameters().list().stream()
                                .mapToLong(Tensor::size)
                                .sum()));
        return counts;
    }

    /** Stops the training when the time is over. */
    private static final class Clock implements TrainingListener {
        private final StopRequest stop = new StopRequest();
        private final long limit;
        private long start;
        private long last;
        private long steps = -1;

        Clock(double seconds) {
            limit = Math.round(1e9 * seconds);
        }

        @Override
        public void onStep(GameState stepped) {
            last = System.nanoTime();
            steps++;
            if (steps == 0) {
                start = last;
            } else if (last - start >= limit) {
                stop.request();
            }
        }

        Timing timing() {
            return new Timing(steps, 1e-9 * (last - start));
        }
    }
}
