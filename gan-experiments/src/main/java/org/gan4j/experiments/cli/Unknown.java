package org.gan4j.experiments.cli;

import java.util.List;
import java.util.Optional;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/** Errors for a name on the command line that does not exist. */
final class Unknown {
    private Unknown() {}

    /**
     * Returns the error for a name that is not known.
     *
     * @param what what it should have named, such as {@code loss}
     * @param listing the command that lists the names
     */
    static UserError name(String what, String given, List<String> known, String listing) {
        Optional<String> near = nearest(given, known);
        String guess = near.map(name -> "Did you mean \"" + name + "\"? ").orElse("");
        return new UserError(
                ExitCode.USAGE,
                "there is no " + what + " of that name",
                "\"" + given + "\"",
                guess + "Known: " + String.join(", ", known) + " (see " + listing + ").");
    }

    private static Optional<String> nearest(String given, List<String> known) {
        String best = "";
        int fewest = Math.max(1, given.length() / 3) + 1;
        for (String name : known) {
            int edits = edits(given, name);
            if (edits < fewest) {
                fewest = edits;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
