package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileDigest;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;

/**
 * The manifest of a finished run: length and SHA-256 of every file that it has left. It is the last file to be written, so that
 * a run is finished if, and only if, it is there; whoever reads a file of such a run asks {@link #require} before.
 *
 * <p>It consists of two files. {@code manifest.json} holds what depends on the configuration, the code and the kernels alone:
 * two runs that are the same have the same one. {@code manifest.times.json} holds the files in which wall times stand.
 *
 * @param format of the file
 * @param files by their names in the run's directory, with slashes
 */
public record Manifest(int format, SortedMap<String, FileDigest> files) {
    static final int FORMAT = 1;

    /** Keeps the files in the order of their names. */
    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** Returns the file that says that a run is finished. */
    static Path file(RunDirectory run) {
        return run.path().resolve(RunFileNames.MANIFEST);
    }

    /**
     * Writes the manifest of a run that has written everything else.
     *
     * @throws org.gan4j.core.io.UserError if it cannot be written; the run is then not finished
     */
    public static void write(RunDirectory run) {
        SortedMap<String, FileDigest> lasting = new TreeMap<>();
        SortedMap<String, FileDigest> timed = new TreeMap<>();
        for (String name : RunFileNames.of(run.path())) {
            (RunFileNames.timed(name) ? timed : lasting)
                    .put(name, FileDigest.of(run.path().resolve(name)));
        }
        run.files()
                .writeText(run.path().resolve(RunFileNames.MANIFEST_TIMES), Json.pretty(new Manifest(FORMAT, timed)));
        run.files().writeText(file(run), Json.pretty(new Manifest(FORMAT, lasting)));
    }

    /** Deletes the manifest, before the first file of a finished run is changed: the run is not finished then. */
    public static void remove(RunDirectory run) {
        run.files().delete(file(run));
        run.files().delete(run.path().resolve(RunFileNames.MANIFEST_TIMES));
    }

    /**
     * Returns the manifest of a finished run, its files of wall times among the others; empty if the run is not finished.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is damaged
     */
    public static Optional<Manifest> of(RunDirectory run) {
        if (!run.hasResult()) {
            return Optional.empty();
        }
        SortedMap<String, FileDigest> files = new TreeMap<>(read(file(run)).files());
        files.putAll(read(run.path().resolve(RunFileNames.MANIFEST_TIMES)).files());
        return Optional.of(new Manifest(FORMAT, files));
    }

    /**
     * Returns a file of a run, after comparing it with the manifest; that of a run which is not finished as it is.
     *
     * @throws org.gan4j.core.io.UserError with {@link org.gan4j.core.io.ExitCode#CHECKPOINT} if it is not what the run has left
     */
    public static Path require(RunDirectory run, Path file) {
        Optional<Manifest> manifest = of(run);
        if (manifest.isEmpty()) {
            return file;
        }
        String name = RunFileNames.name(run.path(), file);
        FileDigest expected = manifest.get().files().get(name);
        Optional<String> wrong = expected == null
                ? Optional.of("it is not in the manifest of this finished run")
                : expected.wrongIn(file);
        if (wrong.isPresent()) {
            throw new UserError(
                    ExitCode.CHECKPOINT,
                    "it is not what the run has left: " + wrong.get(),
                    file.toString(),
                    "Restore the file, or make the run again with gan run ... --rerun; gan verify " + run.path()
                            + " checks all files.");
        }
        return file;
    }

    /** Returns the last file below a part of a finished run whose name ends so, be it there or not; empty if there is none. */
    public static Optional<Path> last(RunDirectory run, Path part, String ending) {
        return all(run, part, ending).stream().reduce((earlier, later) -> later);
    }

    /** Returns the files below a part of a finished run whose names end so, be they there or not, sorted by name. */
    public static List<Path> all(RunDirectory run, Path part, String ending) {
        String begin = RunFileNames.name(run.path(), part) + "/";
        return of(run).stream()
                .flatMap(manifest -> manifest.files().keySet().stream())
                .filter(name -> name.startsWith(begin) && name.endsWith(ending))
                .map(run.path()::resolve)
                .toList();
    }

    static Manifest read(Path file) {
        String fix = "Restore the file, or make the run again with gan run ... --rerun.";
        try {
            Manifest manifest = Json.read(Files.readString(file), file.toString(), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new UserError(
                        ExitCode.CHECKPOINT,
                        "its format is " + manifest.format() + ", and this version reads format " + FORMAT,
                        file.toString(),
                        "Use the version of the program that wrote it.");
            }
            return manifest;
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.CHECKPOINT, e);
        } catch (ConfigurationException damaged) {
            throw DamagedFile.error(file, ExitCode.CHECKPOINT, damaged, fix);
        }
    }
}
