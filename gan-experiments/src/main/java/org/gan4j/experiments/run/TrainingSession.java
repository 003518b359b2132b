package org.gan4j.experiments.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.Observation;
import org.gan4j.core.game.Trainer;
import org.gan4j.core.game.TrainingListener;
import org.gan4j.core.game.TrainingOutcome;
import org.gan4j.core.game.TrainingPlan;
import org.gan4j.core.random.RandomStream;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;

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
        this.checkpoints = new RunCheckpoints(context);
    }

    TrainingResult run() {
        Trainer trainer = job.trainer();
        GameState state = checkpoints.resumed(trainer, dataset.spec()).orElseGet(() -> started(trainer));
        context.progress().begin(job.name(), state.step(), steps);
        RunDirectory directory = context.directory();
        try (StepLog metrics = StepLog.openAfter(state.step(), directory.metrics(), directory.files());
                StepLog timing = StepLog.openAfter(state.step(), directory.timing(), directory.files());
                SelectionLog selection = SelectionLog.openAfter(state.step(), job, dataset, random, directory)) {
            TrainingPlan plan =
                    plan(new MetricsListener(metrics, timing, state.step()), selection, List.of(metrics, timing));
            TrainingOutcome outcome = trainer.train(state, batches, random, plan);
            return result(outcome, selection);
        }
    }

    private GameState started(Trainer trainer) {
        GameState state = trainer.start(dataset.spec(), random);
        checkpoints.save(state);
        return state;
    }

    private TrainingPlan plan(TrainingListener metrics, SelectionLog selection, List<StepLog> logs) {
        Intervals every = job.intervals();
        SamplePictures pictures = new SamplePictures(dataset, random.split("pictures"), context.directory());
        List<TrainingListener> listeners = new ArrayList<>();
        listeners.add(metrics);
        listeners.add(shown());
        job.selection().ifPresent(s -> listeners.add(TrainingListener.every(s.every(), selection::candidate)));
        listeners.add(TrainingListener.every(every.samples(), state -> pictures.save(generator(state))));
        listeners.add(TrainingListener.every(every.checkpoints(), state -> {
            logs.forEach(StepLog::force);
            checkpoints.save(state);
        }));
        return new TrainingPlan(steps, every.metrics(), listeners, context.interruption());
    }

    private TrainingListener shown() {
        return new TrainingListener() {
            @Override
            public void observed(Observation observation) {
                latest = observation.values();
            }

            @Override
            public void stepped(GameState state) {
                context.progress().step(state.step(), latest);
            }
        };
    }

    private TrainingResult result(TrainingOutcome outcome, SelectionLog selection) {
        GameState state = outcome.state();
        checkpoints.save(state);
        if (outcome instanceof TrainingOutcome.Interrupted) {
            context.progress().end("interrupted at step " + state.step());
            throw new InterruptedRun(state.step());
        }
        Optional<String> divergence = outcome instanceof TrainingOutcome.Diverged diverged
                ? Optional.of(diverged.message())
                : Optional.empty();
        List<Evaluation> evaluations = new ArrayList<>();
        if (divergence.isEmpty()) {
            context.progress().end("evaluating");
            new SamplePictures(dataset, random.split("pictures"), context.directory()).saveFinal(generator(state));
            evaluations.add(evaluation(Evaluation.LAST, generator(state)));
            state.player(job.generative().generatorPlayer())
                    .average()
                    .ifPresent(average -> evaluations.add(
                            evaluation(Evaluation.AVERAGE, generator(state).with(average))));
            selection
                    .best()
                    .ifPresent(best -> evaluations.add(evaluation(Evaluation.SELECTED, selection.generator(best))));
        }
        context.progress().end(divergence.orElse("done"));
        double perEpoch = batches.batchesPerEpoch();
        return new TrainingResult(
                state.step(),
                Double.isInfinite(perEpoch) ? Optional.empty() : Optional.of(perEpoch),
                divergence,
                evaluations,
                selection.best(),
                dataset.checksum(),
                MetricsListener.lastLine(context.directory().metrics()));
    }

    private GeneratorState generator(GameState state) {
        return GeneratorState.of(job.generative(), state, dataset.spec().shape());
    }

    /** The same latents for every state, so that states are compared on common random numbers. */
    private Evaluation evaluation(String name, GeneratorState generator) {
        List<Estimate> estimates = new ArrayList<>();
        for (Evaluator evaluator : job.evaluators()) {
            RandomStream own = random.split("evaluation").split(name);
            estimates.addAll(evaluator.evaluate(new SampleContext(generator, dataset, own)));
        }
        return new Evaluation(name, generator.step(), estimates);
    }
}
