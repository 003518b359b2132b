package org.gan4j.core.data.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.gan4j.core.io.UserError;

/** File of a user's own data that a configuration knows by its path and its digest. */
final class DigestedFile {
    private DigestedFile() {}

    /** Returns the SHA-256 of the file that is there now; one that is not is missed when it is read. */
    static Optional<String> digest(String path) {
        Path file = find(path, DataDirectory.choose(Optional.empty()));
        return Files.isReadable(file) && Files.isRegularFile(file) ? Optional.of(Sha256.of(file)) : Optional.empty();
    }

    /**
     * Returns the file: in the working directory, else in the data directory.
     *
     * @throws UserError with {@link ExitCode#DATA} if it is there and has another digest
     */
    static Path find(String path, DataDirectory directory, Optional<String> sha256) {
        Path file = find(path, directory);
        if (sha256.isEmpty() || !Files.isReadable(file)) {
            return file;
        }
        String found = Sha256.of(file);
        if (!found.equals(sha256.get())) {
            throw new UserError(
                    ExitCode.DATA,
                    "its SHA-256 is " + found + ", and the configuration says " + sha256.get(),
                    file.toString(),
                    "Restore the file, or leave out sha256 to use the one that is there.");
        }
        return file;
    }

    private static Path find(String path, DataDirectory directory) {
        Path direct = Path.of(path);
        Path inData = directory.root().resolve(path);
        return !Files.exists(direct) && Files.exists(inData) ? inData : direct;
    }
}
