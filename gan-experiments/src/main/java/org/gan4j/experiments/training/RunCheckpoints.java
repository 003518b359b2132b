package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.game.GameState;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.store.RunDirectory;

/** The checkpoints of a run, with the conditions of this process. */
final class RunCheckpoints {
    private final Checkpoints checkpoints;

    RunCheckpoints(JobContext context) {
        this.checkpoints = of(context.directory(), context.configurationHash());
    }

    /** Returns the state of the latest checkpoint, if there is one. */
    Optional<GameState> resumed(Trainer trainer) {
        return load(checkpoints, trainer, false);
    }

    void save(GameState state) {
        checkpoints.save(state, new TreeMap<>());
    }

    /** Returns the latest state of a run to look at it, whatever threads it was made with. */
    static Optional<GameState> last(RunDirectory directory, String configurationHash, Trainer trainer) {
        return load(of(directory, configurationHash), trainer, true);
    }

    private static Optional<GameState> load(Checkpoints checkpoints, Trainer trainer, boolean otherThreads) {
        Optional<Path> latest = checkpoints.latest();
        if (latest.isEmpty()) {
            return Optional.empty();
        }
        GameState template = trainer.start(RandomStream.of(0));
        return Optional.of(
                checkpoints.load(latest.get(), template, otherThreads).state());
    }

    private static Checkpoints of(RunDirectory directory, String configurationHash) {
        CheckpointEnvironment conditions =
                new CheckpointEnvironment(configurationHash, KernelSets.threads(), KernelSets.describe());
        return new Checkpoints(directory.files(), directory.checkpoints(), conditions, Checkpoints.KEPT);
    }
}
