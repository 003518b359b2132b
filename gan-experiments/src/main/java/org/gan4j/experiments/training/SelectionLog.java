package org.gan4j.experiments.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.training.StopRequest;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.eval.SampleContext;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.StepLog;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of a selection: a line each in {@code selection.jsonl}, and the parameters of the best so far in a file named
 * after its step, {@code selected-0000000030.npz}, which stays as long as a checkpoint needs it. So a resume finds the one that
 * belongs to its checkpoint, whatever came later; candidates later than the checkpoint are taken away and come again with the
 * same bytes.
 */
final class SelectionLog implements AutoCloseable {
    private static final String FILE = "selection.jsonl";
    private static final String VALUE = "value";

    private final TrainingJob job;
    private final Dataset dataset;
    private final RandomStream random;
    private final RunDirectory directory;
    private final Path lines;
    private final @Nullable StepLog log;
    private Optional<TrainingResult.SelectedState> best = Optional.empty();
    private int candidates;
    private int sinceBest;
    private long last;
    private SortedMap<String, FileDigest> selected;

    private SelectionLog(
            TrainingJob job, Dataset dataset, RandomStream random, RunDirectory directory, CheckpointFiles kept) {
        this.job = job;
        this.dataset = dataset;
        this.random = random;
        this.directory = directory;
        this.lines = directory.path().resolve(FILE);
        this.selected = kept.whole();
        this.log = job.selection().isPresent() ? StepLog.open(kept.begin(FILE), lines, directory.files()) : null;
        if (log != null) {
            readBack();
        }
    }

    /** Opens the log to go on with the files that belong to a checkpoint. */
    static SelectionLog open(
            CheckpointFiles kept, TrainingJob job, Dataset dataset, RandomStream random, RunDirectory directory) {
        return new SelectionLog(job, dataset, random.split("selection"), directory, kept);
    }

    /**
     * Tells whether a state is a candidate that has not been measured: a stop came first, and the state was saved without its
     * line.
     */
    boolean lacks(long step) {
        return step > 0
                && step != last
                && job.selection().map(s -> step % s.every() == 0).orElse(false);
    }

    /**
     * Measures a state by its samples and keeps its generator if it is the best so far.
     *
     * @throws org.gan4j.eval.EvaluationStopped if a stop was asked for; then nothing was written
     */
    void candidate(GameState state, Sampler samples, StopRequest stop) {
        CheckpointSelection selection = job.selection().orElseThrow();
        double value;
        try (SampleContext context =
                new SampleContext(samples, dataset, random.split(state.step()), stop, Optional.empty())) {
            value = selection.measure().validate(context);
        }
        boolean better = better(value);
        if (better) {
            Path file = SelectedFiles.file(directory, state.step());
            SavedGenerator.write(directory.files(), file, job.game(), state);
            selected = new TreeMap<>();
            selected.put(String.valueOf(file.getFileName()), FileDigest.of(file));
        }
        SortedMap<String, Object> line = new TreeMap<>();
        line.put(VALUE, value);
        Objects.requireNonNull(log).add(state.step(), line);
        note(state.step(), value, better);
    }

    /** Returns the best candidate, if there was one. */
    Optional<TrainingResult.SelectedState> best() {
        return best.map(b -> new TrainingResult.SelectedState(b.step(), b.value(), b.measure(), candidates));
    }

    /**
     * Returns the best candidate's state, of the players that samples are made from.
     *
     * @param template any state of the run
     */
    GameState state(TrainingResult.SelectedState best, GameState template) {
        return SavedGenerator.read(SelectedFiles.file(directory, best.step()), job.game(), template, best.step());
    }

    /** Waits until all lines are on the device, and returns length and digest of their file by its name; empty without a selection. */
    SortedMap<String, FileDigest> saved() {
        SortedMap<String, FileDigest> saved = new TreeMap<>();
        if (log != null) {
            saved.put(FILE, log.saved());
        }
        return saved;
    }

    /** Returns length and digest of the best candidate's file by its name; empty if there is none. */
    SortedMap<String, FileDigest> selected() {
        return selected;
    }

    @Override
    public void close() {
        if (log != null) {
            log.close();
        }
    }

    /**
     * Returns the file that holds the best candidate of a run, if it has one.
     *
     * @throws org.gan4j.core.io.UserError if it is not what a finished run has left
     */
    static Optional<Path> selected(RunDirectory directory) {
        return bestStep(directory).map(step -> Manifest.require(directory, SelectedFiles.file(directory, step)));
    }

    /**
     * Returns why the training need not go on: as many candidates as the selection has patience for were not better than the
     * best. It depends on the log's lines alone.
     */
    Optional<String> exhausted() {
        Optional<Integer> patience = job.selection().flatMap(CheckpointSelection::patience);
        if (patience.isEmpty() || sinceBest < patience.get()) {
            return Optional.empty();
        }
        String count = sinceBest + (sinceBest == 1 ? " candidate" : " candidates");
        return Optional.of(best.map(b -> count + " after that of step " + b.step() + " did not improve " + b.measure())
                .orElse(count + " could not be measured"));
    }

    private boolean better(double value) {
        return !Double.isNaN(value) && best.map(b -> value > b.value()).orElse(true);
    }

    private void note(long step, double value, boolean better) {
        candidates++;
        last = step;
        sinceBest = better ? 0 : sinceBest + 1;
        if (better) {
            String measure = job.selection().orElseThrow().measure().description(dataset);
            best = Optional.of(new TrainingResult.SelectedState(step, value, measure, candidates));
        }
    }

    private void readBack() {
        read(lines).forEach((step, value) -> note(step, value, better(value)));
    }

    /** Returns the step of the best candidate that a run's log holds, if there is one. */
    static Optional<Long> bestStep(RunDirectory directory) {
        Path lines = directory.path().resolve(FILE);
        if (!Files.isRegularFile(lines)) {
            return Optional.empty();
        }
        Optional<Long> best = Optional.empty();
        double highest = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Long, Double> candidate :
                read(Manifest.require(directory, lines)).entrySet()) {
            if (candidate.getValue() > highest) {
                highest = candidate.getValue();
                best = Optional.of(candidate.getKey());
            }
        }
        return best;
    }

    /** Returns the candidates' measures by step. */
    private static SortedMap<Long, Double> read(Path lines) {
        SortedMap<Long, Double> candidates = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(lines)) {
                Map<String, ?> values = Json.parse(line, lines.toString());
                double value = values.get(VALUE) instanceof Number n ? n.doubleValue() : Double.NaN;
                long step = values.get("step") instanceof Long s ? s : 0;
                candidates.put(step, value);
            }
        } catch (IOException e) {
            throw InputErrors.cannotRead(lines, ExitCode.CHECKPOINT, e);
        }
        return candidates;
    }
}
