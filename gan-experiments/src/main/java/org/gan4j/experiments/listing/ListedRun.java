package org.gan4j.experiments.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;
import org.gan4j.eval.Estimate;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.store.Settings;
import org.gan4j.experiments.training.AddedEvaluation;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Run found on disk, with all that it can be listed and filtered by.
 *
 * @param directory of the run
 * @param facts by name: {@code experiment}, {@code status}, {@code started}, {@code ended}, {@code steps}, {@code message};
 *     those that exist
 * @param settings of its configuration by path, such as {@code game.loss} or {@code seed}
 * @param estimates of its evaluations: by name those of the last state, such as {@code modes-captured}, and by state and
 *     name those of all states, such as {@code average/modes-captured}; of an evaluator that was added and estimates what
 *     another has, {@code @} and 16 digits of its text follow
 */
public record ListedRun(
        Path directory,
        SortedMap<String, String> facts,
        SortedMap<String, String> settings,
        SortedMap<String, Double> estimates) {
    private static final String LAST = "last/";
    private static final String STATUS_FILE = "run.json";
    private static final int DEEPEST = 4;

    /** Keeps the order of names. */
    public ListedRun {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        estimates = Collections.unmodifiableSortedMap(new TreeMap<>(estimates));
    }

    /**
     * Returns all runs below a directory, in the order of their paths; one whose files cannot be read is listed with the
     * status {@code unreadable} and a message.
     *
     * @throws UserError if there is no such directory, or it cannot be read
     */
    public static List<ListedRun> below(Path runs) {
        if (!Files.isDirectory(runs)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "there is no such directory",
                    runs.toString(),
                    "Run an experiment first, or name the directory of runs with --runs-dir.");
        }
        try (Stream<Path> files = Files.find(
                runs, DEEPEST, (path, kind) -> path.endsWith(STATUS_FILE) && !RunDirectory.isDiscarded(path))) {
            List<ListedRun> found = new ArrayList<>();
            files.map(Path::getParent).sorted().forEach(directory -> found.add(at(directory)));
            return found;
        } catch (IOException e) {
            throw InputErrors.cannotRead(runs, ExitCode.OUTPUT, e);
        }
    }

    /** Returns the value under a key: of the facts, else of the settings, else of the estimates. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(facts.get(key))
                .or(() -> Optional.ofNullable(settings.get(key)))
                .or(() -> Optional.ofNullable(estimates.get(key)).map(String::valueOf));
    }

    private static ListedRun at(Path path) {
        RunDirectory directory = new RunDirectory(path, new FileStore());
        SortedMap<String, String> facts = new TreeMap<>();
        SortedMap<String, String> settings = new TreeMap<>();
        SortedMap<String, Double> estimates = new TreeMap<>();
        try {
            RunStatus status = RunStatus.standing(directory);
            facts.put("experiment", status.experimentName());
            facts.put("status", status.status().name().toLowerCase(Locale.ROOT));
            facts.put("started", status.started());
            status.ended().ifPresent(ended -> facts.put("ended", ended));
            status.message().ifPresent(message -> facts.put("message", message));
            settings.putAll(Settings.of(
                    directory.text(directory.configuration()),
                    directory.configuration().toString()));
            addResult(directory, facts, estimates);
        } catch (UserError unreadable) {
            facts.put("status", "unreadable");
            facts.put("message", String.valueOf(unreadable.getMessage()));
        }
        return new ListedRun(path, facts, settings, estimates);
    }

    private static void addResult(
            RunDirectory directory, SortedMap<String, String> facts, SortedMap<String, Double> estimates) {
        if (!directory.hasResult() || !directory.text(directory.result()).contains("\"evaluations\"")) {
            return;
        }
        TrainingResult result = directory.read(directory.result(), TrainingResult.class);
        facts.put("steps", String.valueOf(result.steps()));
        result.evaluations()
                .forEach(evaluation -> evaluation
                        .estimates()
                        .forEach(estimate ->
                                estimates.put(evaluation.state() + "/" + estimate.name(), estimate.value())));
        for (AddedEvaluation added : AddedEvaluation.of(directory)) {
            String state = added.evaluation().state();
            for (Estimate estimate : added.evaluation().estimates()) {
                String key = state + "/" + estimate.name();
                estimates.put(estimates.containsKey(key) ? added.distinct(key) : key, estimate.value());
            }
        }
        new TreeMap<>(estimates)
                .subMap(LAST, LAST + Character.MAX_VALUE)
                .forEach((name, value) -> estimates.put(name.substring(LAST.length()), value));
    }
}
