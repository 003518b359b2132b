package org.gan4j.core.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;

/**
 * The checkpoints of one run, one npz file each, in a directory of their own.
 *
 * <p>A file holds every tensor of the state under its name ("g/layers.0.weight", "optimizer/g/velocity/...", ...), so
 * that {@code numpy.load} reads it, and meta.json with the step, the conditions, and length and digest of the run's files at
 * that step. It is replaced as a whole or not at all. Saving and loading a state gives the same bytes. Names of files are those
 * in the directory above that of the checkpoints.
 */
public final class Checkpoints {
    /** How many checkpoints are kept unless told otherwise: an older one to go back to if the last is damaged. */
    public static final int KEPT = 2;

    private static final String PREFIX = "step-";
    private static final String SUFFIX = ".npz";

    private final FileStore store;
    private final Path directory;
    private final CheckpointEnvironment conditions;
    private final int kept;

    /**
     * Makes the checkpoints of a run.
     *
     * @param store writes the files
     * @param directory where they lie; made when the first is saved
     * @param conditions of this process
     * @param kept how many of the latest to keep, at least 1
     */
    public Checkpoints(FileStore store, Path directory, CheckpointEnvironment conditions, int kept) {
        this.store = Objects.requireNonNull(store, "store is null");
        this.directory = Objects.requireNonNull(directory, "directory is null");
        this.conditions = Objects.requireNonNull(conditions, "conditions is null");
        if (kept < 1) {
            throw new IllegalArgumentException("kept must be at least 1, but is " + kept);
        }
        this.kept = kept;
    }

    /**
     * Saves a state, then deletes the oldest checkpoints beyond those kept.
     *
     * @param state the state, left as it is
     * @param files the run's files at this moment, given back by {@link #load}, which checks that they are still so
     * @return the file
     * @throws org.gan4j.core.game.NonFiniteValueException if a number of the state is not finite: such a state is not worth going back to
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#OUTPUT} if it cannot be written; earlier checkpoints are then intact
     */
    public Path save(GameState state, CheckpointFiles files) {
        state.requireFinite();
        store.createDirectories(directory);
        Path file = directory.resolve(String.format(Locale.ROOT, "%s%010d%s", PREFIX, state.step(), SUFFIX));
        CheckpointMeta meta = CheckpointMeta.of(state, conditions, files);
        if (!meta.timed().isEmpty()) {
            CheckpointTimes.write(store, file, files.timed());
        }
        store.write(file, out -> CheckpointFile.write(out, state, meta));
        List<Path> all = files();
        all.subList(0, Math.max(0, all.size() - kept)).forEach(this::delete);
        found(directory, CheckpointTimes.SUFFIX).stream()
                .filter(times -> !Files.exists(CheckpointTimes.checkpointOf(times)))
                .forEach(store::delete);
        return file;
    }

    /**
     * Deletes a checkpoint and what stands beside it.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#OUTPUT} if that is impossible
     */
    public void delete(Path file) {
        store.delete(file);
        store.delete(CheckpointTimes.beside(file));
    }

    /** Returns the step that a checkpoint's name tells. */
    public static long step(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
    }

    /** Returns the checkpoints that are there, oldest first. */
    public List<Path> files() {
        return in(directory);
    }

    /** Returns the checkpoints in a directory, oldest first, for who only looks at them. */
    public static List<Path> in(Path directory) {
        return found(directory, SUFFIX);
    }

    private static List<Path> found(Path directory, String suffix) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(file -> isCheckpoint(file, suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UserError(
                            ExitCode.CHECKPOINT,
                            "the directory cannot be read (" + e.getMessage() + ")",
                            directory.toString(),
                            "Check its permissions.")
                    .causedBy(e);
        }
    }

    private static boolean isCheckpoint(Path file, String suffix) {
        String name = String.valueOf(file.getFileName());
        return name.matches(PREFIX + "[0-9]{10,18}" + Pattern.quote(suffix));
    }

    /** Returns the latest checkpoint, if there is one. */
    public Optional<Path> latest() {
        List<Path> all = files();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * Returns the files that belong to a checkpoint, from its metadata; no array is read.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is damaged
     */
    public static CheckpointFiles filesOf(Path file) {
        return files(file, CheckpointFile.meta(file));
    }

    /**
     * Checks that a checkpoint can be read, all its arrays included.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is damaged
     */
    public static void requireReadable(Path file) {
        CheckpointFile.read(file);
    }

    /**
     * Reads a checkpoint back to go on from it. All that can keep a run from going on is found here, before anything is changed.
     *
     * @param file one of {@link #files}
     * @param template a state of the run that is to go on, such as its first: names and shapes must be the same
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is damaged, of another
     *     architecture or configuration or made with other kernels, or if the files that belong to it are not what they were
     */
    public Checkpoint load(Path file, GameState template) {
        CheckpointFile.Content content = fitting(file, template);
        CheckpointCompatibility.requireKernels(file, content.meta().conditions(), conditions);
        CheckpointFiles files = files(file, content.meta());
        List<String> problems = files.problems(CheckpointCompatibility.run(file));
        if (!problems.isEmpty()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    file + ": files of the run are not what they were when it was saved:\n  "
                            + String.join("\n  ", problems) + "\nRestore them, or "
                            + before(file, this::fits)
                                    .map(other -> "go on from the earlier checkpoint " + other
                                            + ", which they fit: delete " + file + ".")
                                    .orElse(
                                            "make the run again with gan run ... --rerun: no earlier checkpoint fits."));
        }
        return new Checkpoint(content.into(template), files, content.meta().conditions());
    }

    /**
     * Reads a checkpoint back to look at its state, whatever kernels it was made with and whatever has become of other files.
     *
     * @param file one of {@link #files}
     * @param template a state of the same game: names and shapes must be the same
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is damaged or of another
     *     architecture or configuration
     */
    public GameState look(Path file, GameState template) {
        return fitting(file, template).into(template);
    }

    private CheckpointFile.Content fitting(Path file, GameState template) {
        CheckpointFile.Content content = readable(file);
        CheckpointCompatibility.requireArchitecture(file, content, template);
        CheckpointCompatibility.requireConfiguration(file, content.meta().conditions(), conditions);
        return content;
    }

    private static CheckpointFiles files(Path file, CheckpointMeta meta) {
        SortedMap<String, FileDigest> timed = meta.timed().isEmpty() ? new TreeMap<>() : CheckpointTimes.read(file);
        return new CheckpointFiles(meta.growing(), timed, meta.whole());
    }

    private CheckpointFile.Content readable(Path file) {
        try {
            return CheckpointFile.read(file);
        } catch (UserError e) {
            Optional<Path> other = before(file, Checkpoints::isGood);
            if (other.isEmpty()) {
                throw e;
            }
            throw new UserError(
                            e.exitCode(),
                            e.getMessage() + " The earlier checkpoint " + other.get() + " is good: delete " + file
                                    + " to go on from there.")
                    .causedBy(e);
        }
    }

    private Optional<Path> before(Path file, Predicate<Path> good) {
        List<Path> earlier = new ArrayList<>(
                files().stream().filter(f -> f.compareTo(file) < 0).toList());
        Collections.reverse(earlier);
        return earlier.stream().filter(good).findFirst();
    }

    private boolean fits(Path file) {
        try {
            CheckpointMeta meta = CheckpointFile.read(file).meta();
            return meta.conditions().kernels().equals(conditions.kernels())
                    && files(file, meta)
                            .problems(CheckpointCompatibility.run(file))
                            .isEmpty();
        } catch (UserError e) {
            return false;
        }
    }

    private static boolean isGood(Path file) {
        try {
            requireReadable(file);
            return true;
        } catch (UserError e) {
            return false;
        }
    }
}
