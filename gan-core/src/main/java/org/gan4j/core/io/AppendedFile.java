package org.gan4j.core.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows by whole records: each call hands its bytes to the operating system before it returns, and a record
 * that does not fit is taken back, so that no half record stays.
 */
public final class AppendedFile implements Closeable {
    private final Path file;
    private final OutputFile output;
    /** Of all that the file holds, once it was asked for. */
    private @Nullable MessageDigest running;

    AppendedFile(Path file, OutputFile output) {
        this.file = file;
        this.output = output;
    }

    /**
     * Adds a line of text in UTF-8 and its end.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when it cannot be written; the file then ends as before
     */
    public void line(String text) {
        bytes((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds bytes.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when they cannot be written; the file then ends as before
     */
    public void bytes(byte[] bytes) {
        long before = length();
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                output.write(buffer);
            }
            if (running != null) {
                running.update(bytes);
            }
        } catch (IOException e) {
            UserError error = OutputErrors.cannotWrite(file, e);
            try {
                output.truncate(before);
            } catch (IOException alsoFailed) {
                error.addSuppressed(alsoFailed);
            }
            throw error;
        }
    }

    /** Returns the length in bytes, which a checkpoint remembers. */
    public long length() {
        try {
            return output.length();
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }

    /**
     * Returns length and digest of all that the file holds. What was there before it was opened is read once, the first time;
     * later only what was added is digested.
     */
    public FileDigest digest() {
        try {
            if (running == null) {
                running = Sha256.ofFirst(file, output.length());
            }
            return new FileDigest(output.length(), Sha256.hex(running));
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        }
    }

    /** Waits until everything is on the device, so that a power failure cannot take it back. */
    public void force() {
        try {
            output.force();
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }

    @Override
    public void close() {
        try {
            output.close();
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }
}
