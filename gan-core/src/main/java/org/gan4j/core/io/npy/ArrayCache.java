package org.gan4j.core.io.npy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.gan4j.core.io.EntryLock;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;

/**
 * Arrays that take long to compute, kept in a directory that several processes share, an npz file for each entry.
 *
 * <p>Of two processes that want one entry, one computes it and the other waits and reads. A file is replaced as a whole or not
 * at all, so a process that is killed leaves none half-written. A file that cannot be read, or that holds something else, is
 * computed again and replaced; a directory that cannot be written to costs a warning, not the result.
 *
 * @param directory where the files are; made when needed
 */
public record ArrayCache(Path directory) {
    /**
     * The arrays of an entry.
     *
     * @param arrays by name
     * @param warning why they will have to be computed again; empty where they are kept
     */
    public record Kept(SortedMap<String, NpyArray> arrays, Optional<String> warning) {}

    /**
     * Returns an entry: from its file, or computed and written there.
     *
     * @param name of the file, without its ending: all that the arrays depend on
     * @param fits tells whether what a file holds can be the entry
     * @param compute makes the arrays
     * @param waiting called while another process computes; what it throws ends the waiting
     */
    public Kept get(
            String name,
            Predicate<Map<String, NpyArray>> fits,
            Supplier<SortedMap<String, NpyArray>> compute,
            Runnable waiting) {
        Path file = directory.resolve(name + ".npz");
        return read(file, fits).map(found -> new Kept(found, Optional.empty())).orElseGet(() -> {
            EntryLock lock;
            try {
                new FileStore().createDirectories(directory);
                lock = EntryLock.waitFor(file, waiting);
            } catch (UserError notWritable) {
                return new Kept(compute.get(), Optional.of(String.valueOf(notWritable.getMessage())));
            }
            try (EntryLock held = lock) {
                return read(file, fits)
                        .map(found -> new Kept(found, Optional.empty()))
                        .orElseGet(() -> written(file, compute.get()));
            }
        });
    }

    private static Kept written(Path file, SortedMap<String, NpyArray> arrays) {
        try {
            NpzWriter.write(new FileStore(), file, arrays);
            return new Kept(arrays, Optional.empty());
        } catch (UserError notWritable) {
            return new Kept(arrays, Optional.of(String.valueOf(notWritable.getMessage())));
        }
    }

    private static Optional<SortedMap<String, NpyArray>> read(Path file, Predicate<Map<String, NpyArray>> fits) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            SortedMap<String, NpyArray> found = new TreeMap<>(NpzReader.readAll(file));
            return fits.test(found) ? Optional.of(found) : Optional.empty();
        } catch (UserError damaged) {
            return Optional.empty();
        }
    }
}
