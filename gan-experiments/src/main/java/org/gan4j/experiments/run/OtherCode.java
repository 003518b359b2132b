package org.gan4j.experiments.run;

import java.nio.file.Files;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.RunDirectory;

/**
 * Refusal of runs that other code made.
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
}
