package org.gan4j.core.training.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.io.FileDigest;

/**
 * The files of a run that belong to a checkpoint, as they were when it was saved, by their names in the run's directory. A run
 * goes on from a checkpoint only if they are what they were: growing ones begin with these bytes, and may have grown since.
 *
 * @param growing files that grow by what depends on the seed, such as metrics
 * @param timed files that grow by wall times; kept beside the checkpoint, so that its bytes depend on the seed alone
 * @param whole files that do not change as long as the checkpoint is there, such as a selected generator
 */
public record CheckpointFiles(
        SortedMap<String, FileDigest> growing,
        SortedMap<String, FileDigest> timed,
        SortedMap<String, FileDigest> whole) {
    /** Keeps the files in the order of their names. */
    public CheckpointFiles {
        growing = Collections.unmodifiableSortedMap(new TreeMap<>(growing));
        timed = Collections.unmodifiableSortedMap(new TreeMap<>(timed));
        whole = Collections.unmodifiableSortedMap(new TreeMap<>(whole));
    }

    /** Returns the files of a run that has none yet. */
    public static CheckpointFiles none() {
        return new CheckpointFiles(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Returns how a growing file was; that of an empty file if there was none. */
    public FileDigest begin(String name) {
        return Objects.requireNonNullElse(growing.getOrDefault(name, timed.get(name)), FileDigest.EMPTY);
    }

    /**
     * Returns what is wrong with the files now, a line each; none if the run can go on.
     *
     * @param run the run's directory
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if one cannot be read
     */
    public List<String> problems(Path run) {
        List<String> problems = new ArrayList<>();
        SortedMap<String, FileDigest> growingToo = new TreeMap<>(growing);
        growingToo.putAll(timed);
        growingToo.forEach((name, digest) -> digest.wrongAtBeginOf(run.resolve(name))
                .ifPresent(wrong -> problems.add(run.resolve(name) + ": " + wrong)));
        whole.forEach((name, digest) ->
                digest.wrongIn(run.resolve(name)).ifPresent(wrong -> problems.add(run.resolve(name) + ": " + wrong)));
        return problems;
    }
}
