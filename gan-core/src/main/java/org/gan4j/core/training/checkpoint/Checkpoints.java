package org.gan4j.core.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.core.game.GameState;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;

/**
 * The checkpoints of one run, one npz file each, in a directory of their own.
 *
 * <p>A file holds every tensor of the state under its name ("g/layers.0.weight", "optimizer/g/velocity/...", ...), so
 * that {@code numpy.load} reads it, and meta.json with the step and the conditions. It is replaced as a whole or not at
 * all. Saving and loading a state gives the same bytes.
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
     * @param files the lengths of the run's growing files at this moment, by name, given back by {@link #load}
     * @return the file
     * @throws org.gan4j.core.game.NonFiniteValueException if a number of the state is not finite: such a state is not worth going back to
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#OUTPUT} if it cannot be written; earlier checkpoints are then intact
     */
    public Path save(GameState state, SortedMap<String, Long> files) {
        state.requireFinite();
        store.createDirectories(directory);
        Path file = directory.resolve(String.format(Locale.ROOT, "%s%010d%s", PREFIX, state.step(), SUFFIX));
        CheckpointMeta meta = CheckpointMeta.of(state, conditions, files);
        store.write(file, out -> CheckpointFile.write(out, state, meta));
        List<Path> all = files();
        all.subList(0, Math.max(0, all.size() - kept)).forEach(store::delete);
        return file;
    }

    /** Returns the checkpoints that are there, oldest first. */
    public List<Path> files() {
        return in(directory);
    }

    /** Returns the checkpoints in a directory, oldest first, for who only looks at them. */
    public static List<Path> in(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(Checkpoints::isCheckpoint).sorted().toList();
        } catch (IOException e) {
            throw new UserError(
                            ExitCode.CHECKPOINT,
                            "the directory cannot be read (" + e.getMessage() + ")",
                            directory.toString(),
                            "Check its permissions.")
                    .causedBy(e);
        }
    }

    private static boolean isCheckpoint(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** Returns the latest checkpoint, if there is one. */
    public Optional<Path> latest() {
        List<Path> all = files();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /**
     * Reads a checkpoint back.
     *
     * @param file one of {@link #files}
     * @param template a state of the run that is to go on, such as its first: names and shapes must be the same
     * @param otherThreads whether other threads and kernels than those it was made with are accepted
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is damaged, of another architecture or configuration, or
     *     made with other threads or kernels
     */
    public Checkpoint load(Path file, GameState template, boolean otherThreads) {
        CheckpointFile.Content content = readable(file);
        CheckpointCompatibility.requireArchitecture(file, content, template);
        CheckpointCompatibility.requireConditions(file, content.meta().conditions(), conditions, otherThreads);
        return new Checkpoint(content.into(template), content.meta().files());
    }

    private CheckpointFile.Content readable(Path file) {
        try {
            return CheckpointFile.read(file);
        } catch (UserError e) {
            Optional<Path> other = goodBefore(file);
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

    private Optional<Path> goodBefore(Path file) {
        List<Path> all = files();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).compareTo(file) < 0 && isGood(all.get(i))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isGood(Path file) {
        try {
            CheckpointFile.read(file);
            return true;
        } catch (UserError e) {
            return false;
        }
    }
}
