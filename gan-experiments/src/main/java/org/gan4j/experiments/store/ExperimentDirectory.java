package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;

/**
 * Directory of an experiment in one configuration, {@code runs/<experiment>-<16 hex>}: its plan, its runs, its tables and
 * pictures. Beside it, {@code runs/<experiment>.latest} is a text file that holds the name of the newest one.
 *
 * @param runs the directory of all runs
 * @param name of this directory
 */
public record ExperimentDirectory(Path runs, String name) {
    private static final String LATEST = ".latest";

    /** Returns the directory of an experiment started under a name, with a configuration of this SHA-256. */
    public static ExperimentDirectory of(Path runs, String experiment, String sha256) {
        return new ExperimentDirectory(runs, experiment + "-" + sha256.substring(0, RunDirectory.DIGITS));
    }

    /**
     * Returns the directory that a user means: one that exists, or the newest of an experiment.
     *
     * @param given a path, or the name of an experiment
     * @throws UserError if there is neither
     */
    public static ExperimentDirectory find(Path runs, String given) {
        Path path = Path.of(given).toAbsolutePath().normalize();
        Path parent = path.getParent();
        if (Files.isDirectory(path) && parent != null) {
            return new ExperimentDirectory(parent, String.valueOf(path.getFileName()));
        }
        return latest(runs, given)
                .orElseThrow(() -> new UserError(
                        ExitCode.DATA,
                        "there is no such directory, and no experiment of this name in " + runs,
                        given,
                        "Run it first: gan run " + given + ", or name its runs with --runs-dir."));
    }

    /** Returns the newest directory of an experiment, if it was run. */
    public static Optional<ExperimentDirectory> latest(Path runs, String experiment) {
        Path file = runs.resolve(experiment + LATEST);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            ExperimentDirectory found =
                    new ExperimentDirectory(runs, Files.readString(file).strip());
            return Files.isDirectory(found.path()) ? Optional.of(found) : Optional.empty();
        } catch (IOException e) {
            throw InputErrors.cannotRead(file, ExitCode.DATA, e);
        }
    }

    /** Notes that this directory is the newest of its experiment; what a kill leaves of the note is in this directory. */
    public void makeLatest(FileStore files, String experiment) {
        Path note = file("latest");
        files.writeText(note, name + "\n");
        files.moveIntoPlace(note, runs.resolve(experiment + LATEST));
    }

    /** Returns the directory. */
    public Path path() {
        return runs.resolve(name);
    }

    /** Returns a file in the directory. */
    public Path file(String fileName) {
        return path().resolve(fileName);
    }

    /** Returns the plan. */
    public Path plan() {
        return file("plan.jsonl");
    }

    /** Returns the table as data, which is written last: where it is, all that belongs to it is whole. */
    public Path table() {
        return file("table.json");
    }

    /** Returns the runs in it, finished or not, in the order of their names. */
    public List<RunDirectory> runDirectories(FileStore files) {
        if (!Files.isDirectory(path())) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(path())) {
            return found.map(directory -> new RunDirectory(directory, files))
                    .filter(run -> Files.isRegularFile(run.status()))
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            throw InputErrors.cannotRead(path(), ExitCode.OUTPUT, e);
        }
    }
}
