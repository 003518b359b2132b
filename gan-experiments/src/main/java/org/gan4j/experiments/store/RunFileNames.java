package org.gan4j.experiments.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.InputErrors;

/** Names of a run's files as its manifest has them: relative to its directory, with slashes. */
final class RunFileNames {
    static final String MANIFEST = "manifest.json";
    private static final String TIMES = ".times.json";
    static final String MANIFEST_TIMES = "manifest" + TIMES;
    private static final List<String> TIMED = List.of("run.json", "timing.jsonl", "log.txt");

    private RunFileNames() {}

    /** Tells whether wall times stand in a file, so that it differs between runs that are the same. */
    static boolean timed(String name) {
        return TIMED.contains(name) || name.endsWith(TIMES);
    }

    /** Returns the names of all files of a run but the manifest's own, hidden ones and temporary ones, sorted. */
    static List<String> of(Path run) {
        try (Stream<Path> files = Files.walk(run)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> name(run, file))
                    .filter(name -> !name.equals(MANIFEST) && !name.equals(MANIFEST_TIMES))
                    .filter(name -> !("/" + name).contains("/."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw InputErrors.cannotRead(run, ExitCode.CHECKPOINT, e);
        }
    }

    /** Returns the name of a file or directory below that of a run. */
    static String name(Path run, Path file) {
        return run.toAbsolutePath()
                .normalize()
                .relativize(file.toAbsolutePath().normalize())
                .toString()
                .replace('\\', '/');
    }
}
