package org.gan4j.experiments.training;

import java.nio.file.Path;
import org.gan4j.core.game.Game;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.training.checkpoint.SavedWeights;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;

/** Weights that a run has left, read without its configuration, its data or anything native. */
final class RunWeights {
    private RunWeights() {}

    /**
     * Reads the weights of a state.
     *
     * @param game that is to start from them
     * @throws org.gan4j.core.io.UserError if there is no run, or the run has no such state
     */
    static SavedWeights read(Path run, FromRun.State state, Game game) {
        RunDirectory directory = new RunDirectory(run, new FileStore());
        RunStatus.read(directory);
        return switch (state) {
            case LAST -> SavedWeights.last(latest(directory));
            case AVERAGE -> average(directory);
            case SELECTED -> selected(directory, game);
        };
    }

    private static SavedWeights average(RunDirectory directory) {
        SavedWeights averages = SavedWeights.average(latest(directory));
        if (averages.players().isEmpty()) {
            throw missing(directory, "the run keeps no averages");
        }
        return averages;
    }

    private static SavedWeights selected(RunDirectory directory, Game game) {
        Path file =
                SelectionLog.selected(directory).orElseThrow(() -> missing(directory, "the run has selected no state"));
        return SavedGenerator.weights(file, game);
    }

    private static Path latest(RunDirectory directory) {
        return RunCheckpoints.latest(directory).orElseThrow(() -> missing(directory, "there is no checkpoint"));
    }

    private static UserError missing(RunDirectory directory, String why) {
        return new UserError(
                ExitCode.CHECKPOINT,
                why,
                directory.path().toString(),
                "Name another state with from.state, or another run.");
    }
}
