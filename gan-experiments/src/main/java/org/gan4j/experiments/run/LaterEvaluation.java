package org.gan4j.experiments.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.UserError;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.eval.Evaluator;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.page.Recipe;
import org.gan4j.experiments.page.RunReport;
import org.gan4j.experiments.plan.PlanFile;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.ManifestExtension;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.training.AddedEvaluation;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Addition of an evaluator to a finished run: the estimates that it would have had if the evaluator had been in its
 * configuration. Configuration, hash and result stay as they are; the estimates lie beside them, known to the manifest.
 *
 * @param reader knows the names of all strategies
 * @param surroundings places and people to tell
 * @param code the classes that can change a result
 */
public record LaterEvaluation(ConfigurationReader reader, Surroundings surroundings, CodeFingerprint code) {

    /**
     * What to add.
     *
     * @param evaluator its settings
     * @param state {@code last}, {@code average} or {@code selected}
     * @param accept whether a run that other code made will do
     */
    public record Request(Configuration<Evaluator> evaluator, String state, boolean accept) {}

    /**
     * What was added, or was there.
     *
     * @param evaluation the estimates
     * @param added whether anything was written
     * @param file where they are
     */
    public record Outcome(Evaluation evaluation, boolean added, Path file) {}

    /**
     * Adds an evaluation to a run, unless it is there.
     *
     * @throws UserError if the run is not finished, has diverged, lacks the state or was made by other code or kernels, or if
     *     the evaluator does not fit its data; nothing is written then
     */
    public Outcome add(Path path, Request request) {
        RunDirectory directory = new RunDirectory(path, surroundings.files());
        RunStatus status = RunStatus.read(directory);
        EvaluationConditions conditions = new EvaluationConditions(code);
        conditions.requireCompleted(directory, status);
        try (RunLock lock = directory.lock()) {
            List<String> changed = conditions.changed(directory, status, request.accept());
            TrainedRun run = TrainedRun.open(path, reader, surroundings.data());
            Evaluation known = conditions.known(result(directory), directory, run, request.state());
            String text = request.evaluator().json();
            Path file = directory.evaluations().resolve(AddedEvaluation.fileName(request.state(), text));
            if (run.job().evaluators().contains(request.evaluator().value())) {
                return new Outcome(known, false, directory.result());
            }
            if (Manifest.all(directory, directory.evaluations(), ".json").contains(file)) {
                return new Outcome(directory.read(file, AddedEvaluation.class).evaluation(), false, file);
            }
            AddedEvaluation added = new AddedEvaluation(text, changed, evaluated(directory, run, known, request));
            write(directory, status, run, new Addition(file, added));
            return new Outcome(added.evaluation(), true, file);
        }
    }

    private record Addition(Path file, AddedEvaluation content) {}

    /**
     * Writes the evaluation, the page, and the manifest last. A kill in between leaves a file that the manifest does not know,
     * or a page that is ahead of it; the same command then writes the same bytes and the manifest.
     */
    private void write(RunDirectory directory, RunStatus status, TrainedRun run, Addition addition) {
        List<AddedEvaluation> all = new ArrayList<>(AddedEvaluation.of(directory));
        all.add(addition.content());
        RunReport report = new RunReport(
                directory, new RunReport.Origin(run.job().name(), recipe(directory), true), run.warnings());
        String page = report.html(status, Optional.of(result(directory)), all);
        ManifestExtension.requireUnlessEqual(directory, directory.report(), page);
        surroundings.files().createDirectories(directory.evaluations());
        surroundings.files().writeText(addition.file(), addition.content().text());
        surroundings.files().writeText(directory.report(), page);
        ManifestExtension.extend(directory, addition.file(), addition.content().text(), page);
    }

    /** The experiment's plan lies in the directory around the run; a run that was moved away from it has none. */
    private static Recipe recipe(RunDirectory directory) {
        Path plan = directory.path().toAbsolutePath().normalize().resolveSibling("plan.jsonl");
        return Files.isRegularFile(plan)
                ? Recipe.of(PlanFile.read(plan).header())
                : new Recipe(List.of(), Optional.empty());
    }

    private static TrainingResult result(RunDirectory directory) {
        return directory.read(directory.result(), TrainingResult.class);
    }

    private Evaluation evaluated(RunDirectory directory, TrainedRun run, Evaluation known, Request request) {
        try {
            Evaluator evaluator = request.evaluator().value();
            Evaluation found = run.evaluation(
                    known, evaluator, surroundings.stop(), surroundings.data().cache());
            if (found.estimates().isEmpty()) {
                throw new IllegalArgumentException(evaluator.measures().stream()
                        .flatMap(measure -> evaluator.absent(measure, run.dataset()).stream())
                        .distinct()
                        .collect(Collectors.joining("; ")));
            }
            return found;
        } catch (EvaluationStopped stopped) {
            throw new InterruptedRun(known.step(), stopped);
        } catch (IllegalArgumentException unfit) {
            throw new UserError(
                            ExitCode.DATA,
                            "the evaluator does not fit this run: " + unfit.getMessage(),
                            directory.path().toString(),
                            "See gan describe evaluator for its settings, such as samples=1000.")
                    .causedBy(unfit);
        }
    }
}
