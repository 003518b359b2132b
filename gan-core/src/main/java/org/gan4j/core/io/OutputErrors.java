package org.gan4j.core.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Says in a user's words why a file could not be written. */
final class OutputErrors {
    private OutputErrors() {}

    static UserError cannotWrite(Path file, IOException cause) {
        String reason = reason(cause);
        UserError error = new UserError(ExitCode.OUTPUT, "cannot be written: " + reason, file.toString(), fix(reason));
        return error.causedBy(cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof NoSuchFileException) {
            return "its directory does not exist";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "something else has that name";
        }
        String text = String.valueOf(
                cause instanceof FileSystemException e && e.getReason() != null ? e.getReason() : cause.getMessage());
        if (text.contains("No space left")) {
            return "no space left on the device";
        }
        if (text.contains("Disk quota exceeded")) {
            return "your disk quota is used up";
        }
        if (text.contains("Not a directory")) {
            return "one of the directories above it is a file";
        }
        if (text.contains("Read-only file system")) {
            return "the file system is read-only";
        }
        return text;
    }

    private static String fix(String reason) {
        return switch (reason) {
            case "no space left on the device", "your disk quota is used up" ->
                "Free some space and give the same command again; what was there before is intact.";
            case "its directory does not exist" -> "Make the directory, or check the path for a typing error.";
            case "one of the directories above it is a file" -> "Choose another directory.";
            default -> "Make its directory writable, or choose another one; what was there before is intact.";
        };
    }
}
