package org.gan4j.experiments.run;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.training.Evaluation;
import org.gan4j.experiments.training.TrainedRun;
import org.gan4j.experiments.training.TrainingResult;

/**
 * Conditions under which an evaluator can be added to a run: each is refused with what is wrong and what to do.
 *
 * @param code of this process
 */
record EvaluationConditions(CodeFingerprint code) {
    void requireCompleted(RunDirectory directory, RunStatus status) {
        if (status.status() == RunStatus.Status.DIVERGED) {
            throw refused(
                    directory,
                    "this run diverged" + status.message().map(m -> ": " + m).orElse("")
                            + "; its samples are not evaluated",
                    "Name a run that was completed; see gan list runs status=completed.");
        }
        if (!directory.hasResult()) {
            throw refused(
                    directory,
                    "this run is not finished, so that nothing can be added to it: it is "
                            + RunStatus.standing(directory).status().name().toLowerCase(Locale.ROOT),
                    "Go on with it first: gan resume " + directory.path() + "; without --add it is measured as it is.");
        }
    }

    List<String> changed(RunDirectory directory, RunStatus status, boolean accept) {
        String kernels = KernelSets.identity();
        Optional<String> others = status.kernels().filter(made -> !made.equals(kernels));
        if (others.isPresent()) {
            String set = others.get().replaceFirst(",.*", "");
            throw refused(
                    directory,
                    "this run was made with the kernels \"" + others.get() + "\", and this process uses \"" + kernels
                            + "\", which changes the last digits of estimates",
                    kernels.startsWith(set + ",")
                            ? "Give the command where these kernels are."
                            : "Give it again with JAVA_OPTS=-D" + KernelSets.PROPERTY + "=" + set + ".");
        }
        if (!accept) {
            new OtherCode(code).refuse(directory, "Give --accept to add the evaluation all the same.");
        }
        return Files.isRegularFile(directory.code())
                ? code.changedSince(directory.read(directory.code(), CodeFingerprint.class))
                : List.of("all, because there is no code.json");
    }

    /** Returns the evaluation of the state that the run itself made. */
    Evaluation known(TrainingResult result, RunDirectory directory, TrainedRun run, String state) {
        if (!run.dataset().checksum().equals(result.datasetChecksum())) {
            throw refused(
                    directory,
                    "the data are not those of the run: SHA-256 "
                            + run.dataset().checksum() + ", and the run had " + result.datasetChecksum(),
                    "Restore the data, or name their directory with --data-dir.");
        }
        List<String> states =
                result.evaluations().stream().map(Evaluation::state).toList();
        return result.evaluation(state)
                .orElseThrow(() -> refused(
                        directory,
                        states.isEmpty()
                                ? "this run makes no samples that could be compared with data"
                                : "the run has no state \"" + state + "\"; it has " + String.join(", ", states),
                        states.isEmpty() ? "Name another run." : "Name another state with --state."));
    }

    private static UserError refused(RunDirectory directory, String what, String fix) {
        return new UserError(ExitCode.CHECKPOINT, what, directory.path().toString(), fix);
    }
}
