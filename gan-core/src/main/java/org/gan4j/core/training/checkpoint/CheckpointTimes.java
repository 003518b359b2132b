package org.gan4j.core.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;

/**
 * The file beside a checkpoint that tells how the files of wall times were: {@code step-0000000100.times.json}. It is written
 * before the checkpoint, so that a checkpoint that is there has it.
 *
 * @param files length and digest by name
 */
record CheckpointTimes(SortedMap<String, FileDigest> files) {
    static final String SUFFIX = ".times.json";

    /** Returns the file that belongs to a checkpoint. */
    static Path beside(Path checkpoint) {
        return checkpoint.resolveSibling(
                String.valueOf(checkpoint.getFileName()).replaceFirst("\\.npz$", "") + SUFFIX);
    }

    /** Returns the checkpoint that a file belongs to. */
    static Path checkpointOf(Path times) {
        String name = String.valueOf(times.getFileName());
        return times.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + ".npz");
    }

    static void write(FileStore store, Path checkpoint, SortedMap<String, FileDigest> files) {
        store.writeText(beside(checkpoint), Json.pretty(new CheckpointTimes(files)));
    }

    /**
     * Reads the file beside a checkpoint.
     *
     * @throws org.gan4j.core.io.UserError if it is missing or damaged
     */
    static SortedMap<String, FileDigest> read(Path checkpoint) {
        Path file = beside(checkpoint);
        try {
            return Json.read(Files.readString(file), file.toString(), CheckpointTimes.class)
                    .files();
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        } catch (ConfigurationException damaged) {
            throw new UserError(
                            ExitCode.CHECKPOINT,
                            "it is damaged, or was changed by hand",
                            file.toString(),
                            "Restore it, or go on from an earlier checkpoint.")
                    .causedBy(damaged);
        }
    }
}
