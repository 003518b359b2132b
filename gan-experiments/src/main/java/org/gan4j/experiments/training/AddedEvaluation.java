package org.gan4j.experiments.training;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.Sha256;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;

/**
 * Evaluation that was added to a finished run: what one more evaluator found of one of its states.
 *
 * @param evaluator its settings as canonical JSON
 * @param otherCode the classes that differed from those that made the run, where that was accepted; else none
 * @param evaluation the estimates, the same as if the run had had the evaluator from its start
 */
public record AddedEvaluation(String evaluator, List<String> otherCode, Evaluation evaluation) {
    private static final int DIGITS = 16;

    /** Returns the name of the file: the state and the first 16 hexadecimal digits of the SHA-256 of the evaluator's text. */
    public static String fileName(String state, String evaluator) {
        return state + "-" + digits(evaluator) + ".json";
    }

    /** Returns the evaluations that were added to a run, by the names of their files; none if it is not finished. */
    public static List<AddedEvaluation> of(RunDirectory run) {
        return Manifest.all(run, run.evaluations(), ".json").stream()
                .map(file -> run.read(file, AddedEvaluation.class))
                .toList();
    }

    /** Returns the text of the file. */
    public String text() {
        return Json.pretty(this);
    }

    /** Returns a name that no other evaluator's estimate has, for one whose name or label is taken. */
    public String distinct(String name) {
        return name + "@" + digits(evaluator);
    }

    /** Returns a sentence where other code than the run's made the estimates. */
    public Optional<String> warning() {
        return otherCode.isEmpty()
                ? Optional.empty()
                : Optional.of(evaluation.state() + ", " + evaluator
                        + ": added by other code than made the run; changed: " + String.join(", ", otherCode));
    }

    private static String digits(String evaluator) {
        return Sha256.of(evaluator).substring(0, DIGITS);
    }
}
