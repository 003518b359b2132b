package org.gan4j.experiments.run;

import java.nio.file.Files;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.training.TrainingJob;
import org.gan4j.experiments.training.TrainingLength;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Finished training that is to take more steps: its checkpoints and growing files become those of an unfinished run with the
 * longer configuration, in a directory of that run's own, from where {@link JobRunner} goes on. The finished run stays.
 *
 * <p>The bytes are those of a run that had the longer length from the start, because nothing in a training but its end depends
 * on its length: schedules count steps or epochs, and none is a share of the length. What belongs to the end of the shorter run
 * is left out: its last picture and samples where these lie between two intervals, a line of metrics and a checkpoint likewise.
 *
 * @param finished the directory of the finished run
 * @param before its configuration
 * @param after the configuration with the greater length
 */
public record LongerRun(RunDirectory finished, Configuration<Job<?>> before, Configuration<Job<?>> after) {
    /**
     * Checks that the run can take more steps, and that nothing but its length is another.
     *
     * @throws UserError saying what keeps it from that
     */
    public LongerRun {
        if (!(before.value() instanceof TrainingJob shorter) || !(after.value() instanceof TrainingJob longer)) {
            throw refused(finished, ExitCode.USAGE, "only a training run has a length", "Name a training run.");
        }
        if (!shorter.withLength(longer.length()).equals(longer)) {
            throw refused(
                    finished,
                    ExitCode.USAGE,
                    "a run that goes on may have another length, and nothing else that is another",
                    "Start a new run for other settings: from its weights with run.from, or from the beginning.");
        }
        if (!finished.hasResult()) {
            throw refused(
                    finished,
                    ExitCode.CHECKPOINT,
                    "this run is not finished",
                    "Finish it first: gan resume " + finished.path() + ".");
        }
        TrainingResult result = finished.read(finished.result(), TrainingResult.class);
        if (result.divergence().isPresent()) {
            throw refused(
                    finished,
                    ExitCode.CHECKPOINT,
                    "this run diverged: " + result.divergence().get(),
                    "Start another run with other settings.");
        }
        if (result.stoppedEarly().isPresent()) {
            throw refused(
                    finished,
                    ExitCode.CHECKPOINT,
                    "this run stopped early by its selection, so that a greater length changes nothing",
                    "Start a run with more patience: run.selection.patience=...");
        }
    }

    /** Returns the job with the greater length. */
    public TrainingJob longer() {
        return (TrainingJob) after.value();
    }

    /**
     * Makes the directory of the longer run, unless it is there: its files are copied beside it and renamed in one step.
     *
     * @param target the directory
     * @param surroundings the data
     * @param code of this process
     * @throws UserError if the length is not greater, other code made the finished run and {@code accept} is not given, or
     *     a file of it is not what it has left
     */
    public void prepare(RunDirectory target, Surroundings surroundings, CodeFingerprint code, boolean accept) {
        if (Files.isDirectory(target.path())) {
            return;
        }
        if (!accept) {
            new OtherCode(code).refuse(finished);
        }
        Dataset dataset = longer().data().open(surroundings.data());
        requireGreater(dataset);
        new LongerCopy(this).into(target, dataset);
    }

    private void requireGreater(Dataset dataset) {
        long had = steps(((TrainingJob) before.value()).length(), dataset);
        long wanted = steps(longer().length(), dataset);
        if (wanted <= had) {
            throw refused(
                    finished,
                    ExitCode.USAGE,
                    "it has taken " + had + " steps, and the length wanted is " + wanted,
                    "Give a greater length.");
        }
    }

    private long steps(TrainingLength length, Dataset dataset) {
        return length.steps(dataset.batches(
                longer().batchSize(), RandomStream.of(longer().seed()).split("data")));
    }

    private static UserError refused(RunDirectory run, ExitCode code, String what, String fix) {
        return new UserError(code, what, run.path().toString(), fix);
    }

    /** Returns the name of the longer run's directory: that of the finished one with another digest. */
    public String directoryName() {
        String digest = RunStatus.read(finished).configurationHash().substring(0, RunDirectory.DIGITS);
        String name = String.valueOf(finished.path().getFileName());
        return name.replace("-" + digest, "") + "-" + after.sha256().substring(0, RunDirectory.DIGITS);
    }
}
