package org.gan4j.experiments.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.training.StepMetrics;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingListener;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.checkpoint.Checkpoint;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.report.EventFile;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunInputs;
import org.gan4j.experiments.store.StepLog;

/** One process's part of a training run: from the start or the last checkpoint to the end or the next interruption. */
final class TrainingSession {
    private final TrainingJob job;
    private final JobContext context;
    private final Dataset dataset;
    private final RandomStream random;
    private final BatchSource batches;
    private final long steps;
    private final RunCheckpoints checkpoints;
    private SortedMap<String, Double> latest = new TreeMap<>();

    TrainingSession(TrainingJob job, JobContext context) {
        this.job = job;
        this.context = context;
        this.dataset = job.data().open(context.data());
        this.random = RandomStream.of(job.seed());
        this.batches = dataset.batches(job.batchSize(), random.split("data"));
        this.steps = job.length().steps(batches);
        this.checkpoints = new RunCheckpoints(context, job.intervals().checkpoints());
    }

    TrainingResult run() {
        context.inputs()
                .accept(new RunInputs(
                        dataset.name(),
                        dataset.checksum(),
                        job.seed(),
                        job.from().map(FromRun::input)));
        Trainer trainer = made(() -> job.trainer(dataset));
        Checkpoint start = checkpoints.resumed(trainer).orElseGet(() -> started(trainer));
        GameState state = start.state();
        context.progress().begin(job.name(), state.step(), steps);
        RunDirectory directory = context.directory();
        FileStore files = directory.files();
        files.writeText(directory.metricGroups(), Json.pretty(new MetricGroups(StepMetrics.groups(job.game()))));
        CheckpointFiles kept = start.files();
        long interval = job.intervals().metrics();
        FileDigest begin = MetricsListener.begin(start, interval, steps, directory.metrics());
        try (StepLog metrics = StepLog.open(begin, directory.metrics(), files);
                StepLog timing = StepLog.open(kept.begin(RunLogs.name(directory.timing())), directory.timing(), files);
                EventFile events = EventFile.open(kept.begin(EventFile.NAME), directory.events(), files);
                SelectionLog selection = SelectionLog.open(kept, job, dataset, random, directory)) {
            RunLogs logs = new RunLogs(directory, metrics, timing, events, selection);
            SamplePictures pictures = new SamplePictures(dataset, random.split("pictures"), directory, events);
            TrainingListener numbers = new MetricsListener(logs, interval, state.step());
            List<TrainingListener> ends = ends(trainer.game(), logs, pictures);
            if (selection.lacks(state.step())) {
                ends.forEach(end -> end.onStep(state));
            }
            TrainingOutcome outcome = trainer.train(state, batches, random, plan(selection, numbers, ends));
            return result(trainer.game(), outcome, logs, pictures);
        }
    }

    /** Returns what is made of networks or of their weights, whose sizes are settings. */
    private <T> T made(Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException unfit) {
            throw new UserError(
                            ExitCode.CONFIGURATION,
                            "the networks cannot be made: " + unfit.getMessage(),
                            context.directory().configuration().toString(),
                            "Change the sizes of the networks under game.")
                    .causedBy(unfit);
        }
    }

    private Checkpoint started(Trainer trainer) {
        GameState state = made(() -> trainer.start(random, this::withGivenWeights));
        return checkpoints.save(state, CheckpointFiles.none());
    }

    private GameState withGivenWeights(GameState fresh) {
        return job.from()
                .map(from -> {
                    GameState given =
                            from.into(fresh, job.game(), context.directory().path());
                    context.progress().note("starts from " + from.words());
                    return given;
                })
                .orElse(fresh);
    }

    private TrainingPlan plan(SelectionLog selection, TrainingListener metrics, List<TrainingListener> ends) {
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(metrics);
        listeners.add(shown());
        listeners.addAll(ends);
        return TrainingPlan.of(steps, job.intervals().metrics(), listeners, context.stop())
                .endedBy(selection::exhausted);
    }

    /** Returns what follows the numbers of a step, in this order: a candidate, a picture, a checkpoint. */
    private List<TrainingListener> ends(PlayableGame game, RunLogs logs, SamplePictures pictures) {
        Intervals every = job.intervals();
        List<TrainingListener> listeners = new ArrayList<>();
        job.selection()
                .ifPresent(s -> listeners.add(
                        TrainingListener.every(s.every(), state -> candidate(state, game.sampler(state), logs))));
        if (job.makesSamples()) {
            listeners.add(TrainingListener.every(every.samples(), state -> {
                pictures.save(game.sampler(state), state.step());
                context.progress().note("picture of step " + state.step());
            }));
        }
        listeners.add(TrainingListener.every(every.checkpoints(), state -> {
            checkpoints.save(state, logs.saved());
            context.progress().note("checkpoint of step " + state.step());
        }));
        return listeners;
    }

    /** Measures a candidate; after a stop its state is saved without its line, and going on begins with measuring it. */
    private void candidate(GameState state, Sampler samples, RunLogs logs) {
        try {
            logs.selection().candidate(state, samples, context.stop());
        } catch (EvaluationStopped stopped) {
            state.requireFinite();
            checkpoints.save(state, logs.saved());
            context.progress().end("interrupted at step " + state.step() + ", before it was measured");
            throw new InterruptedRun(state.step(), stopped);
        }
    }

    private TrainingListener shown() {
        return new TrainingListener() {
            @Override
            public void onMetrics(StepMetrics observation) {
                latest = observation.values();
            }

            @Override
            public void onStep(GameState state) {
                context.progress().step(state.step(), latest);
            }
        };
    }

    private TrainingResult result(PlayableGame game, TrainingOutcome outcome, RunLogs logs, SamplePictures pictures) {
        GameState state = outcome.state();
        SelectionLog selection = logs.selection();
        if (outcome instanceof TrainingOutcome.Diverged
                && logs.metrics().saved().length() == 0) {
            logs.metrics().add(state.step() + 1, new TreeMap<>()); // the step whose numbers were not finite
        }
        checkpoints.save(state, logs.saved());
        if (outcome instanceof TrainingOutcome.Interrupted) {
            context.progress().end("interrupted at step " + state.step());
            throw new InterruptedRun(state.step());
        }
        Optional<String> divergence = outcome instanceof TrainingOutcome.Diverged diverged
                ? Optional.of(diverged.message())
                : Optional.empty();
        Optional<TrainingResult.StoppedEarly> stoppedEarly = outcome instanceof TrainingOutcome.StoppedEarly early
                ? Optional.of(new TrainingResult.StoppedEarly(state.step(), steps, early.reason()))
                : Optional.empty();
        List<Evaluation> evaluations =
                divergence.isEmpty() && job.makesSamples() ? evaluations(game, state, selection, pictures) : List.of();
        context.progress()
                .end(divergence
                        .or(() -> stoppedEarly.map(TrainingResult.StoppedEarly::words))
                        .orElse("done"));
        double perEpoch = job.length().stepsPerEpoch(batches);
        return new TrainingResult(
                state.step(),
                stoppedEarly,
                Double.isInfinite(perEpoch) ? Optional.empty() : Optional.of(perEpoch),
                divergence,
                evaluations,
                selection.best(),
                dataset.checksum(),
                MetricsListener.lastLine(context.directory().metrics()));
    }

    private List<Evaluation> evaluations(
            PlayableGame game, GameState state, SelectionLog selection, SamplePictures pictures) {
        context.progress().end("evaluating");
        pictures.saveFinal(game.sampler(state), state.step());
        List<Evaluation> evaluations = new ArrayList<>();
        try {
            evaluations.add(evaluation(Evaluation.LAST, state.step(), game.sampler(state)));
            if (job.averages().keySet().containsAll(job.game().sampledPlayers())) {
                evaluations.add(evaluation(Evaluation.AVERAGE, state.step(), game.sampler(state.averaged())));
            }
            selection
                    .best()
                    .ifPresent(best -> evaluations.add(
                            evaluation(Evaluation.SELECTED, best.step(), game.sampler(selection.state(best, state)))));
        } catch (EvaluationStopped stopped) {
            context.progress().end("interrupted while evaluating");
            throw new InterruptedRun(state.step(), stopped);
        }
        return evaluations;
    }

    private Evaluation evaluation(String name, long step, Sampler sampler) {
        List<Estimate> estimates = new ArrayList<>();
        Path cache = context.data().cache();
        try (SampleContext state = job.evaluated(name, sampler, dataset, context.stop(), cache)) {
            for (Evaluator evaluator : job.evaluators()) {
                state.requireGoingOn();
                estimates.addAll(evaluator.evaluate(state));
            }
        }
        for (Estimate estimate : estimates) {
            String uncertainty = estimate.uncertainty()
                    .map(u -> " ± " + u.value() + " (" + u.kind().words() + ")")
                    .orElse("");
            context.progress().note(name + ": " + estimate.name() + " " + estimate.value() + uncertainty);
            estimate.warnings().forEach(warning -> context.progress().note("  warning: " + warning));
        }
        return new Evaluation(name, step, estimates);
    }
}
