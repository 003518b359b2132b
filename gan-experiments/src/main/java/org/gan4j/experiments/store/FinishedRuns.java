package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.InputErrors;
import org.gan4j.core.io.UserError;

/**
 * Finished runs of all experiments by the SHA-256 of their configuration: what one experiment has trained, another may read.
 *
 * @param runs the directory of all runs
 * @param files the door through which files are written
 * @param code of this process: a run that other code made is none that may be read unseen
 */
public record FinishedRuns(Path runs, FileStore files, CodeFingerprint code) {
    /**
     * Returns the directory of a finished run with this very configuration, made by this very code.
     *
     * @param home the name of the experiment's directory that is looked in first
     * @return its path below the directory of all runs, with {@code /} between names
     */
    public Optional<String> find(String sha256, String home) {
        List<Path> candidates = new ArrayList<>();
        for (Path experiment : directories(runs)) {
            for (Path run : directories(experiment)) {
                if (String.valueOf(run.getFileName()).endsWith("-" + sha256.substring(0, RunDirectory.DIGITS))) {
                    candidates.add(run);
                }
            }
        }
        candidates.sort((a, b) -> Boolean.compare(b.startsWith(runs.resolve(home)), a.startsWith(runs.resolve(home))));
        return candidates.stream()
                .filter(run -> isUsable(new RunDirectory(run, files), sha256))
                .findFirst()
                .map(run -> runs.relativize(run).toString().replace('\\', '/'));
    }

    /**
     * Returns the directory of the finished run of a job that another run reads.
     *
     * @param reader the directory of the run that reads it
     * @throws UserError with {@link ExitCode#CHECKPOINT} if it is not finished
     */
    public Path need(Configuration<?> job, Path reader) {
        Path home = reader.toAbsolutePath().getParent();
        String name = home == null ? "" : String.valueOf(home.getFileName());
        return find(job.sha256(), name)
                .map(runs::resolve)
                .orElseThrow(() -> new UserError(
                        ExitCode.CHECKPOINT,
                        "it reads the run of a job that is not finished, of the configuration " + job.sha256(),
                        reader.toString(),
                        "Run that job of the plan first, or give gan run the experiment."));
    }

    private boolean isUsable(RunDirectory run, String sha256) {
        try {
            return run.hasResult()
                    && Files.isRegularFile(run.code())
                    && RunStatus.read(run).configurationHash().equals(sha256)
                    && code.changedSince(run.read(run.code(), CodeFingerprint.class))
                            .isEmpty();
        } catch (UserError damaged) {
            return false;
        }
    }

    private static List<Path> directories(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(parent)) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw InputErrors.cannotRead(parent, ExitCode.OUTPUT, e);
        }
    }
}
