package org.gan4j.core.io.npy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;

/** Single arrays in npy files. */
public final class NpyFile {
    private NpyFile() {}

    /**
     * Reads the array of a file.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#DATA} when the file is missing or not usable
     */
    public static NpyArray read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return NpyFormat.read(in, NpySource.of(file, ExitCode.DATA));
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.DATA, e);
        }
    }

    /**
     * Replaces a file by one that holds this array.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#OUTPUT} when it cannot be written
     */
    public static void write(FileStore store, Path file, NpyArray array) {
        store.write(file, out -> {
            out.write(NpyFormat.header(array));
            out.write(array.bytes());
        });
    }
}
