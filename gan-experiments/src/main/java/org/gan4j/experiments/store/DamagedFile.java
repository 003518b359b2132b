package org.gan4j.experiments.store;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.config.tree.Problem;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/** The error for a JSON file that is not as the framework wrote it. */
public final class DamagedFile {
    private DamagedFile() {}

    /**
     * Returns the error.
     *
     * @param found what reading it has found
     * @param fix what the user can do, in whole sentences
     */
    public static UserError error(Path file, ExitCode exitCode, ConfigurationException found, String fix) {
        String problems = found.problems().stream().map(Problem::toString).collect(Collectors.joining("\n  "));
        return new UserError(exitCode, file + ": it is damaged, or was changed by hand:\n  " + problems + "\n" + fix)
                .causedBy(found);
    }
}
