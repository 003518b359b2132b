package org.gan4j.experiments.run;

import java.nio.file.Files;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;

/**
 * Refusal of runs that other code, or another configuration, made.
 *
 * @param code of this process
 */
record OtherCode(CodeFingerprint code) {
    private static final int SHOWN = 5;

    /**
     * Refuses a run that other code made, or of which nothing says what made it.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT}
     */
    void refuse(RunDirectory directory) {
        refuse(directory, "Give --rerun to make it again, or --accept to use it as it is.");
    }

    /**
     * Refuses such a run.
     *
     * @param fix how to go on, as a sentence
     * @throws UserError with {@link ExitCode#CHECKPOINT}
     */
    void refuse(RunDirectory directory, String fix) {
        if (!Files.isRegularFile(directory.code())) {
            if (directory.hasResult()) {
                throw error(directory, "nothing says which code made this run: there is no code.json", fix);
            }
            return;
        }
        List<String> changed = code.changedSince(directory.read(directory.code(), CodeFingerprint.class));
        if (changed.isEmpty()) {
            return;
        }
        String some = String.join(", ", changed.subList(0, Math.min(SHOWN, changed.size())))
                + (changed.size() > SHOWN ? " and " + (changed.size() - SHOWN) + " more" : "");
        throw error(
                directory,
                "this run was made by other code: " + changed.size() + " changed "
                        + (changed.size() == 1 ? "class, " : "classes, ") + some,
                fix);
    }

    private static UserError error(RunDirectory directory, String what, String fix) {
        return new UserError(ExitCode.CHECKPOINT, what, directory.path().toString(), fix);
    }

    /**
     * Refuses a directory that holds the run of another configuration: the digits in its name are a part of the digest only.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT}
     */
    static void requireConfiguration(RunDirectory directory, String sha256) {
        if (!Files.isRegularFile(directory.status())) {
            return;
        }
        String found = RunStatus.read(directory).configurationHash();
        if (!found.equals(sha256)) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it holds the run of another configuration: SHA-256 " + found + ", and this one has " + sha256,
                    directory.path().toString(),
                    "Move it away, or give another directory with --runs-dir.");
        }
    }
}
