package org.gan4j.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Length and SHA-256 of a file, or of its first bytes: what it takes to tell later whether they are still the same.
 *
 * @param length in bytes, at least 0
 * @param sha256 of these bytes, 64 lower-case hexadecimal digits
 */
public record FileDigest(long length, String sha256) {
    /** The digest of a file that is empty, or that is not there yet. */
    public static final FileDigest EMPTY = new FileDigest(0, Sha256.of(new byte[0]));

    private static final int SHOWN = 12;

    /** Checks length and digits. */
    public FileDigest {
        Objects.requireNonNull(sha256, "sha256 is null");
        if (length < 0) {
            throw new IllegalArgumentException("length must be at least 0, but is " + length);
        }
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits, but is \"" + sha256 + "\"");
        }
    }

    /**
     * Returns the digest of a whole file.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT} if it cannot be read
     */
    public static FileDigest of(Path file) {
        return ofFirst(file, size(file));
    }

    /**
     * Returns the digest of a file's first bytes.
     *
     * @param length how many; all, if the file has fewer
     * @throws UserError with {@link ExitCode#CHECKPOINT} if it cannot be read
     */
    public static FileDigest ofFirst(Path file, long length) {
        try {
            long there = Math.min(length, size(file));
            return new FileDigest(there, Sha256.hex(Sha256.ofFirst(file, there)));
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        }
    }

    /**
     * Returns what is wrong with a file whose first bytes these should be, in a few words; empty if nothing is. A file of
     * no bytes may be missing.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT} if it cannot be read
     */
    public Optional<String> wrongAtBeginOf(Path file) {
        return length == 0 && !Files.exists(file)
                ? Optional.empty()
                : wrong(file, length, "the first " + length + " bytes are");
    }

    /**
     * Returns what is wrong with a file that should be these bytes and no others, in a few words; empty if nothing is.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT} if it cannot be read
     */
    public Optional<String> wrongIn(Path file) {
        return wrong(file, Long.MAX_VALUE, "its " + length + " bytes are");
    }

    private Optional<String> wrong(Path file, long first, String which) {
        if (!Files.isRegularFile(file)) {
            return Optional.of("it is missing, and had " + length + " bytes");
        }
        FileDigest found = ofFirst(file, first);
        if (found.length != length) {
            return Optional.of("it has " + found.length + " bytes, and had " + length);
        }
        return found.sha256.equals(sha256)
                ? Optional.empty()
                : Optional.of(which + " others than then: their SHA-256 begins with " + begin(found)
                        + ", and began with " + begin(this));
    }

    private static String begin(FileDigest digest) {
        return digest.sha256.substring(0, SHOWN);
    }
}
