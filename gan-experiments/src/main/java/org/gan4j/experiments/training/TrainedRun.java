package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.List;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.training.StopRequest;
import org.gan4j.core.training.Trainer;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.plan.JobConfigurations;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;

/** What a training run has left: its configuration, its data, and its generator at the states it can be asked for. */
public final class TrainedRun {
    private final RunDirectory directory;
    private final TrainingJob job;
    private final String configurationHash;
    private final Dataset dataset;
    private final Trainer trainer;
    private final List<String> warnings;

    private TrainedRun(
            RunDirectory directory, TrainingJob job, String configurationHash, Dataset dataset, List<String> warnings) {
        this.directory = directory;
        this.job = job;
        this.configurationHash = configurationHash;
        this.dataset = dataset;
        this.trainer = job.trainer(dataset);
        this.warnings = warnings;
    }

    /**
     * Reads a run's configuration and opens its data; the run may be under way.
     *
     * @throws org.gan4j.core.io.UserError if the directory holds no training run
     */
    public static TrainedRun open(Path path, ConfigurationReader reader, DataDirectory data) {
        RunDirectory directory = new RunDirectory(path, new FileStore());
        String hash = RunStatus.read(directory).configurationHash();
        Configuration<Job<?>> configuration = new JobConfigurations(reader)
                .parse(
                        directory.text(directory.configuration()),
                        directory.configuration().toString(),
                        List.of());
        Job<?> job = configuration.value();
        if (!(job instanceof TrainingJob training)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "this run trained nothing that samples could be taken from: its job is " + job.name(),
                    path.toString(),
                    "Name a training run; see gan list runs.");
        }
        List<String> warnings =
                configuration.warnings().stream().map(Object::toString).toList();
        return new TrainedRun(directory, training, hash, training.data().open(data), warnings);
    }

    /**
     * Returns the run of a job whose configuration is at hand.
     *
     * @throws org.gan4j.core.io.UserError if the directory holds no run
     */
    public static TrainedRun of(TrainingJob job, Path path, DataDirectory data) {
        RunDirectory directory = new RunDirectory(path, new FileStore());
        String hash = RunStatus.read(directory).configurationHash();
        return new TrainedRun(directory, job, hash, job.data().open(data), List.of());
    }

    /** Returns the data the run was trained on. */
    public Dataset dataset() {
        return dataset;
    }

    /** Returns the run's configuration. */
    public TrainingJob job() {
        return job;
    }

    /**
     * Returns what samples are made from at a state.
     *
     * @param state {@code last}, {@code average} or {@code selected}
     * @throws org.gan4j.core.io.UserError if the run has no such state, or its game makes no samples
     */
    public Sampler sampler(String state) {
        if (job.game().sampledPlayers().isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "there is nothing to sample from in a game of the players "
                            + job.game().players(),
                    directory.path().toString(),
                    "Name the run of a game that makes samples, such as one with a generator.");
        }
        return trainer.game()
                .sampler(
                        switch (state) {
                            case Evaluation.LAST -> last();
                            case Evaluation.AVERAGE -> averaged(state);
                            case Evaluation.SELECTED -> selected(state);
                            default -> throw missing(state, "known states are last, average and selected");
                        });
    }

    /** Returns what was doubtful, though usable, in the run's configuration. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Returns what an evaluator finds of a state: what it would have found at the end of the run.
     *
     * @param known the run's own evaluation of the state
     * @throws IllegalArgumentException if the evaluator does not fit the samples or the data
     * @throws org.gan4j.eval.EvaluationStopped if a stop was asked for
     */
    public Evaluation evaluation(Evaluation known, Evaluator evaluator, StopRequest stop, Path cache) {
        String state = known.state();
        try (SampleContext context = job.evaluated(state, sampler(state), dataset, stop, cache)) {
            return new Evaluation(state, known.step(), evaluator.evaluate(context));
        }
    }

    private GameState averaged(String state) {
        if (!job.averages().keySet().containsAll(job.game().sampledPlayers())) {
            throw missing(state, "the run keeps no average of the generator");
        }
        return last().averaged();
    }

    private GameState selected(String state) {
        long step = SelectionLog.bestStep(directory).orElseThrow(() -> missing(state, "the run has selected none yet"));
        Path file = Manifest.require(directory, SelectedFiles.file(directory, step));
        return SavedGenerator.read(file, job.game(), trainer.start(RandomStream.of(0)), step);
    }

    private GameState last() {
        return RunCheckpoints.last(directory, configurationHash, trainer)
                .orElseThrow(() -> missing(Evaluation.LAST, "there is no checkpoint"));
    }

    private UserError missing(String state, String why) {
        return new UserError(
                ExitCode.CHECKPOINT,
                "there is no state \"" + state + "\": " + why,
                directory.path().toString(),
                "Name another state with --state.");
    }
}
