package org.gan4j.core.io;

import static java.util.Objects.requireNonNull;

/**
 * A problem the user can solve: the message says where it is, what is wrong and how to fix it, and is shown without a
 * stack trace.
 *
 * <p>The message reads {@code where: what. fix}.
 */
public class UserError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /** Makes an error from a whole message. */
    public UserError(ExitCode exitCode, String message) {
        super(requireNonNull(message, "message is null"));
        this.exitCode = requireNonNull(exitCode, "exitCode is null");
    }

    /**
     * Makes an error.
     *
     * @param exitCode the number the command ends with
     * @param what what is wrong, a phrase without a full stop
     * @param where the file, option or place
     * @param fix what the user can do, one or more sentences with full stops
     */
    public UserError(ExitCode exitCode, String what, String where, String fix) {
        this(exitCode, where + ": " + what + ". " + fix);
    }

    /** Returns this error with the exception it comes from attached, for the log file. */
    public UserError causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /** Returns the number the command ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
