package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.RunLock;
import org.gan4j.experiments.report.EventFile;

/**
 * The files of one run, and the right to write them.
 *
 * <pre>
 * config.yaml      the resolved configuration      metrics.jsonl   step and numbers, the same bytes for the same seed
 * run.json         status and provenance           timing.jsonl    wall time
 * code.json        digests of the classes          samples/        pictures and npz files
 * result.json      the results                     checkpoints/    the states to resume from
 * report.html      all of it on one page           log.txt         what happened, when
 * events.out...    numbers and pictures for TensorBoard
 * metric-groups.json  titles of the metrics       selected-N.npz  the generator that validation data have chosen
 * manifest.json    length and digest of all files   evaluations/    estimates that were added later
 * </pre>
 */
public final class RunDirectory {
    /** Digits of the SHA-256 of a configuration in the name of a directory: 64 bits. */
    public static final int DIGITS = 16;

    private static final String DISCARDED = ".discarded-";

    private final Path path;
    private final FileStore files;

    /** Names a run's directory; nothing is read or written. */
    public RunDirectory(Path path, FileStore files) {
        this.path = path;
        this.files = files;
    }

    /**
     * Makes the directory and takes the right to write in it, to be closed at the end.
     *
     * @throws org.gan4j.core.io.UserError if another process holds it, or it cannot be written
     */
    public RunLock lock() {
        files.createDirectories(path);
        RunLock lock = RunLock.acquire(path);
        boolean ready = false;
        try {
            files.removeLeftovers(path);
            for (Path part : new Path[] {samples(), checkpoints()}) {
                files.createDirectories(part);
                files.removeLeftovers(part);
            }
            ready = true;
            return lock;
        } finally {
            if (!ready) {
                lock.close();
            }
        }
    }

    /** Returns the directory. */
    public Path path() {
        return path;
    }

    /** Returns the only door through which the run's files are written. */
    public FileStore files() {
        return files;
    }

    /** Returns the resolved configuration: what to read to know what was run. */
    public Path configuration() {
        return path.resolve("config.yaml");
    }

    /** Returns the status and provenance. */
    public Path status() {
        return path.resolve("run.json");
    }

    /** Returns the digests of the classes that made the results. */
    public Path code() {
        return path.resolve("code.json");
    }

    /** Returns the titles of the metrics, as those who report them give them. */
    public Path metricGroups() {
        return path.resolve("metric-groups.json");
    }

    /** Returns the page about the run. */
    public Path report() {
        return path.resolve("report.html");
    }

    /** Returns the events for TensorBoard. */
    public Path events() {
        return path.resolve(EventFile.NAME);
    }

    /** Returns the results. */
    public Path result() {
        return path.resolve("result.json");
    }

    /** Returns the numbers by step. */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }

    /** Returns the wall time by step, apart from the metrics so that those are reproducible byte for byte. */
    public Path timing() {
        return path.resolve("timing.jsonl");
    }

    /** Returns the directory of samples. */
    public Path samples() {
        return path.resolve("samples");
    }

    /** Returns the name of a file of samples: the step in eight digits and an ending such as {@code .png}. */
    public Path samples(long step, String ending) {
        return samples().resolve(String.format(Locale.ROOT, "%08d%s", step, ending));
    }

    /** Returns the directory of evaluations that were added to the finished run. */
    public Path evaluations() {
        return path.resolve("evaluations");
    }

    /** Returns the directory of checkpoints. */
    public Path checkpoints() {
        return path.resolve("checkpoints");
    }

    /**
     * Returns the text of one of the run's files. If the run is finished, it is compared with the manifest before.
     *
     * @throws org.gan4j.core.io.UserError if it cannot be read, or is not what the run has left
     */
    public String text(Path file) {
        try {
            return Files.readString(Manifest.require(this, file));
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        }
    }

    /**
     * Returns the record that one of the run's JSON files holds.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it cannot be read or is damaged
     */
    public <R extends Record> R read(Path file, Class<R> type) {
        try {
            return Json.read(text(file), file.toString(), type);
        } catch (ConfigurationException damaged) {
            throw DamagedFile.error(
                    file,
                    ExitCode.CHECKPOINT,
                    damaged,
                    "Restore the file, or make the run again with gan run ... --rerun.");
        }
    }

    /**
     * Throws away all that the run has left. The directory is renamed in one step before anything is deleted, so that a kill
     * leaves the whole run or none.
     *
     * @throws org.gan4j.core.io.UserError if another process holds the run
     */
    public void discard() {
        if (!Files.isDirectory(path)) {
            return;
        }
        Path away = discardable(path);
        try (RunLock lock = RunLock.acquire(path)) {
            files.moveIntoPlace(path, away);
        }
        files.deleteTree(away);
    }

    /** Returns a place beside a run for what may be deleted at any time, if this process is killed. */
    public static Path discardable(Path run) {
        return run.resolveSibling(
                DISCARDED + run.getFileName() + "-" + ProcessHandle.current().pid());
    }

    /** Tells whether a file belongs to a discarded run that a killed process has not deleted yet. */
    public static boolean isDiscarded(Path file) {
        Path directory = file.getParent();
        return directory != null && String.valueOf(directory.getFileName()).startsWith(DISCARDED);
    }

    /** Deletes what killed processes have left of discarded runs in an experiment's directory. */
    public static void deleteDiscarded(Path experiment, FileStore files) {
        try (Stream<Path> found = Files.list(experiment)) {
            found.filter(path -> String.valueOf(path.getFileName()).startsWith(DISCARDED))
                    .sorted()
                    .forEach(files::deleteTree);
        } catch (IOException e) {
            throw InputErrors.cannotRead(experiment, ExitCode.OUTPUT, e);
        }
    }

    /** Tells whether the run is finished: it has left results, and a manifest of all its files. */
    public boolean hasResult() {
        return Files.isRegularFile(result()) && Files.isRegularFile(Manifest.file(this));
    }
}
