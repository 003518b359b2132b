package org.gan4j.experiments.job;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunInputs;

/**
 * What a job gets besides its configuration: places and people to tell. Nothing in it may change a number.
 *
 * @param directory the run's own files; locked for this process
 * @param configurationHash the SHA-256 of the resolved configuration, kept in checkpoints
 * @param data where the files of data sets are
 * @param progress told how far the run is
 * @param stop asks the run to save its state and stop
 * @param inputs to be told, before the run begins, what it is made from
 * @param finished finds the finished runs of this and other experiments
 */
public record JobContext(
        RunDirectory directory,
        String configurationHash,
        DataDirectory data,
        Progress progress,
        StopRequest stop,
        Consumer<RunInputs> inputs,
        FinishedRuns finished) {

    /** Finds runs that need not be made again. */
    @FunctionalInterface
    public interface FinishedRuns {
        /** Returns the directory of a finished run of an experiment with this very configuration, if there is one. */
        Optional<Path> find(String experiment, Job<?> job);
    }
}
