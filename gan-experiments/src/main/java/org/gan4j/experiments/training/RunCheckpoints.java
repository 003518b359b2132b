package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.checkpoint.Checkpoint;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;

/** The checkpoints of a run, with the conditions of this process. */
final class RunCheckpoints {
    private final JobContext context;
    private final Checkpoints checkpoints;
    private final CheckpointEnvironment here;
    private final long interval;

    /**
     * Opens the checkpoints of a run.
     *
     * @param interval between two checkpoints, in steps
     */
    RunCheckpoints(JobContext context, long interval) {
        this.context = context;
        this.interval = interval;
        this.here = here(context.configurationHash());
        this.checkpoints = of(context.directory(), here, Checkpoints.KEPT + 1);
    }

    /**
     * Returns the latest checkpoint, if there is one; nothing is changed.
     *
     * @throws org.gan4j.core.io.UserError if the run cannot go on from it
     */
    Optional<Checkpoint> resumed(Trainer trainer) {
        Optional<Checkpoint> latest =
                checkpoints.latest().map(file -> checkpoints.load(file, trainer.start(RandomStream.of(0))));
        latest.map(Checkpoint::madeIn)
                .filter(made -> made.threads() != here.threads())
                .ifPresent(made -> context.progress()
                        .note("goes on with " + here.threads() + " threads what was begun with " + made.threads()
                                + ", which changes no number"));
        return latest;
    }

    /**
     * Saves a state, and deletes earlier checkpoints beyond those kept, and selected generators that no checkpoint needs any
     * more. The first to be deleted is one between two intervals, which tells where the run was stopped once: a run that was not
     * has none.
     */
    Checkpoint save(GameState state, CheckpointFiles files) {
        Path saved = checkpoints.save(state, files);
        for (Path file : checkpoints.files()) {
            if (!file.equals(saved) && Checkpoints.step(file) % interval != 0) {
                checkpoints.delete(file);
            }
        }
        List<Path> left = checkpoints.files();
        left.subList(0, Math.max(0, left.size() - Checkpoints.KEPT)).forEach(checkpoints::delete);
        if (!files.whole().isEmpty()) {
            removeUnneeded();
        }
        return new Checkpoint(state, files, here);
    }

    private void removeUnneeded() {
        TreeSet<String> needed = new TreeSet<>();
        for (Path file : checkpoints.files()) {
            try {
                needed.addAll(Checkpoints.filesOf(file).whole().keySet());
            } catch (UserError damaged) {
                return; // it may need any of them
            }
        }
        for (Path file : SelectedFiles.in(context.directory())) {
            if (!needed.contains(String.valueOf(file.getFileName()))) {
                context.directory().files().delete(file);
            }
        }
    }

    /**
     * Returns the latest state of a run to look at it, whatever it was made with.
     *
     * @throws org.gan4j.core.io.UserError if it is damaged, or is not the one that a finished run has left
     */
    static Optional<GameState> last(RunDirectory directory, String configurationHash, Trainer trainer) {
        Checkpoints checkpoints = of(directory, here(configurationHash), Checkpoints.KEPT);
        return latest(directory).map(file -> checkpoints.look(file, trainer.start(RandomStream.of(0))));
    }

    /**
     * Returns the latest checkpoint of a run to look at it.
     *
     * @throws org.gan4j.core.io.UserError if it is not the one that a finished run has left
     */
    static Optional<Path> latest(RunDirectory directory) {
        List<Path> there = Checkpoints.in(directory.checkpoints());
        return Manifest.last(directory, directory.checkpoints(), ".npz")
                .or(() -> there.isEmpty() ? Optional.empty() : Optional.of(there.get(there.size() - 1)))
                .map(file -> Manifest.require(directory, file));
    }

    private static CheckpointEnvironment here(String configurationHash) {
        return new CheckpointEnvironment(configurationHash, KernelSets.threads(), KernelSets.identity());
    }

    private static Checkpoints of(RunDirectory directory, CheckpointEnvironment conditions, int kept) {
        return new Checkpoints(directory.files(), directory.checkpoints(), conditions, kept);
    }
}
