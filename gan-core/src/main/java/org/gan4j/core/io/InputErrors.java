package org.gan4j.core.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in a user's words why a file could not be read. */
public final class InputErrors {
    private InputErrors() {}

    /** Returns the error for a file that cannot be read at all. */
    public static UserError cannotRead(Path file, ExitCode exitCode, IOException cause) {
        String fix = "Check the path and the file's permissions.";
        return new UserError(exitCode, reason(file, cause), file.toString(), fix).causedBy(cause);
    }

    private static String reason(Path file, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (Files.isDirectory(file)) {
            return "this is a directory, not a file";
        }
        if (cause instanceof AccessDeniedException) {
            return "it cannot be read: permission denied";
        }
        String reason =
                cause instanceof FileSystemException e && e.getReason() != null ? e.getReason() : cause.getMessage();
        return "it cannot be read: " + reason;
    }
}
