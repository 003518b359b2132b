package org.gan4j.experiments.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;

/**
 * Word by which a user names a run: its directory; or an experiment, or the directory of one, if it has one run only; or
 * {@code EXPERIMENT/PART} for the one run of the newest directory of the experiment that has PART in its name, such as
 * {@code ring/s1}.
 */
public final class RunReference {
    private RunReference() {}

    /**
     * Returns the directory of the run.
     *
     * @param given by the user
     * @param runs the directory of all runs
     * @throws UserError if there is no such run, or more than one, with their names
     */
    public static Path find(String given, Path runs) {
        Path path = Path.of(given);
        if (Files.isRegularFile(new RunDirectory(path, new FileStore()).status())) {
            return path;
        }
        int slash = given.indexOf('/');
        Optional<ExperimentDirectory> home = ExperimentDirectory.latest(runs, given);
        String part = "";
        if (home.isEmpty() && slash > 0 && !Files.isDirectory(path)) {
            home = ExperimentDirectory.latest(runs, given.substring(0, slash));
            part = given.substring(slash + 1);
        }
        if (home.isEmpty() && Files.isDirectory(path)) {
            home = Optional.of(ExperimentDirectory.find(runs, given));
        }
        if (home.isEmpty()) {
            throw missing(given, "there is no run of this name");
        }
        return only(given, part, home.get());
    }

    private static Path only(String given, String part, ExperimentDirectory home) {
        List<Path> all = home.runDirectories(new FileStore()).stream()
                .map(RunDirectory::path)
                .toList();
        List<Path> found = all.stream()
                .filter(run -> String.valueOf(run.getFileName()).contains(part))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> names =
                all.stream().map(run -> String.valueOf(run.getFileName())).toList();
        String which = names.isEmpty() ? "" : ": " + String.join(", ", names);
        throw missing(
                given,
                found.size() + " of the " + all.size() + " runs in " + home.path() + " are meant by this" + which);
    }

    private static UserError missing(String given, String what) {
        return new UserError(
                ExitCode.CHECKPOINT,
                what,
                given,
                "Name a run's directory, or EXPERIMENT/PART with a part of its name; see gan list runs.");
    }
}
