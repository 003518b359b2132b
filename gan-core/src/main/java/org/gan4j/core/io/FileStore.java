package org.gan4j.core.io;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Writes files: the only class that does.
 *
 * <p>A file is replaced as a whole or not at all: its content goes to a temporary file in the same directory, to the
 * device, and then atomically under its name. When anything fails, the earlier version is intact and the temporary file
 * is gone. Only a process that is killed can leave one behind; {@link #removeLeftovers} takes it away.
 */
public final class FileStore {
    private static final String TEMPORARY = ".tmp";
    private static final AtomicLong COUNTER = new AtomicLong();

    private final OutputDevice device;

    /** Makes a store on the machine's own file systems. */
    public FileStore() {
        this(OutputDevice.disk());
    }

    /** Makes a store on a device. */
    public FileStore(OutputDevice device) {
        this.device = requireNonNull(device, "device is null");
    }

    /** What a file shall hold, as something that writes it; it must not read files, nor close the stream. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces a file, or makes it; its directory must exist.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when it cannot be written; the earlier version is then intact
     */
    public void write(Path file, Content content) {
        Path temporary = temporaryFor(file);
        boolean done = false;
        try {
            try (OutputFile output = device.create(temporary)) {
                OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(output), 1 << 16);
                content.writeTo(stream);
                stream.flush();
                output.force();
            }
            device.replace(temporary, file);
            done = true;
            device.forceDirectory(directoryOf(file));
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        } finally {
            if (!done) {
                deleteQuietly(temporary);
            }
        }
    }

    /** Replaces a file by bytes; see {@link #write}. */
    public void writeBytes(Path file, byte[] bytes) {
        write(file, out -> out.write(bytes));
    }

    /** Replaces a file by text in UTF-8; see {@link #write}. */
    public void writeText(Path file, String text) {
        writeBytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens a file to add to it, and makes it when it is not there.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when it cannot be written
     */
    public AppendedFile append(Path file) {
        try {
            return new AppendedFile(file, device.append(file));
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }

    /**
     * Cuts a file to its first {@code length} bytes, as when a run goes on from an earlier step.
     *
     * @throws UserError with {@link ExitCode#CHECKPOINT} when the file is missing or shorter than that, and with
     *     {@link ExitCode#OUTPUT} when it cannot be written
     */
    public void truncate(Path file, long length) {
        if (!Files.isRegularFile(file)) {
            if (length == 0) {
                return;
            }
            throw tooShort(file, 0, length);
        }
        try (OutputFile output = device.append(file)) {
            long found = output.length();
            if (found < length) {
                throw tooShort(file, found, length);
            }
            output.truncate(length);
            output.force();
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }

    /**
     * Puts a finished file under its final name, atomically.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when that is impossible; the target is then as before
     */
    public void moveIntoPlace(Path finished, Path target) {
        try {
            device.replace(finished, target);
            device.forceDirectory(directoryOf(target));
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(target, e);
        }
    }

    /**
     * Makes a directory and those above it; nothing happens when it is there.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when that is impossible
     */
    public void createDirectories(Path directory) {
        try {
            device.createDirectories(directory);
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(directory, e);
        }
    }

    /**
     * Makes an empty file outside every run, which only this user may read; whoever asked for it deletes it.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when that is impossible
     */
    public Path createTemporaryFile(String prefix, String suffix) {
        try {
            return device.createTemporaryFile(prefix, suffix);
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(Path.of(System.getProperty("java.io.tmpdir", prefix)), e);
        }
    }

    /**
     * Makes a directory outside every run, which only this user may enter.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when that is impossible
     */
    public Path createTemporaryDirectory(String prefix) {
        try {
            return device.createTemporaryDirectory(prefix);
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(Path.of(System.getProperty("java.io.tmpdir", prefix)), e);
        }
    }

    /**
     * Deletes a file; nothing happens when it is not there.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when that is impossible
     */
    public void delete(Path file) {
        try {
            device.delete(file);
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(file, e);
        }
    }

    /**
     * Deletes a directory with all that is in it; nothing happens when it is not there.
     *
     * @throws UserError with {@link ExitCode#OUTPUT} when that is impossible
     */
    public void deleteTree(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(this::delete);
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(directory, e);
        }
    }

    /**
     * Deletes the temporary files that a killed process left in a directory; call it only while no other process writes
     * there.
     *
     * @return the files deleted, sorted
     */
    public List<Path> removeLeftovers(Path directory) {
        List<Path> leftovers = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, ".*" + TEMPORARY)) {
            found.forEach(leftovers::add);
        } catch (IOException e) {
            throw OutputErrors.cannotWrite(directory, e);
        }
        Collections.sort(leftovers);
        leftovers.forEach(this::delete);
        return Collections.unmodifiableList(leftovers);
    }

    private static UserError tooShort(Path file, long found, long wanted) {
        return new UserError(
                ExitCode.CHECKPOINT,
                "it has " + found + " bytes, but the checkpoint was saved when it had " + wanted,
                file.toString(),
                "The file was changed after the checkpoint; restore it, or start the run anew in another directory.");
    }

    private static Path temporaryFor(Path file) {
        long pid = ProcessHandle.current().pid();
        return file.resolveSibling("." + file.getFileName() + "." + pid + "-" + COUNTER.incrementAndGet() + TEMPORARY);
    }

    private static Path directoryOf(Path file) {
        return requireNonNull(file.toAbsolutePath().getParent(), "a file has a directory");
    }

    private void deleteQuietly(Path file) {
        try {
            device.delete(file);
        } catch (IOException e) {
            // the error that led here says more; removeLeftovers takes the file away
            return;
        }
    }
}
