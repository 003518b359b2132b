package org.gan4j.experiments.cli.text;

import java.util.List;
import org.gan4j.core.config.Names;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/** Errors for a name on the command line that does not exist. */
public final class Unknown {
    private Unknown() {}

    /**
     * Returns the error for a name that is not known.
     *
     * @param what what it should have named, such as {@code loss}
     * @param listing the command that lists the names
     */
    public static UserError name(String what, String given, List<String> known, String listing) {
        String guess = Names.closest(given, known)
                .map(name -> "Did you mean \"" + name + "\"? ")
                .orElse("");
        return new UserError(
                ExitCode.USAGE,
                "there is no " + what + " of that name",
                "\"" + given + "\"",
                guess + "Known: " + String.join(", ", known) + " (see " + listing + ").");
    }
}
