package org.gan4j.experiments.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.io.FileStore;

/**
 * A process that is started, waited for and read, with the number of threads and the waiting of its kernels as said, whatever
 * the environment of this one says.
 *
 * @param command the program and its arguments
 * @param environment variables set for it
 * @param limit seconds after which it is ended
 */
public record Child(List<String> command, SortedMap<String, String> environment, double limit) {
    private static final FileStore FILES = new FileStore();
    private static final List<String> INHERITED_SETTINGS = List.of(
            "OMP_NUM_THREADS",
            "OPENBLAS_NUM_THREADS",
            "MKL_NUM_THREADS",
            "OPENBLAS_CORETYPE",
            "OMP_WAIT_POLICY",
            "GOMP_SPINCOUNT");

    /** How a process ended: its exit code, or a negative number where it was ended for taking too long, and what it wrote. */
    public record Outcome(int code, String output, String errors, double seconds) {
        /** Whether it ended by itself, with 0. */
        public boolean succeeded() {
            return code == 0;
        }

        /** Returns the last line on standard error that says something, or how it ended where there is none. */
        public String complaint() {
            List<String> lines = errors.lines().filter(line -> !line.isBlank()).toList();
            if (code < 0) {
                return "took longer than the limit of time";
            }
            return lines.isEmpty()
                    ? "ended with exit code " + code
                    : lines.get(lines.size() - 1).strip();
        }
    }

    /** A process that runs. */
    public static final class Running {
        private final Child child;
        private final Process process;
        private final Path output;
        private final Path errors;
        private final long start = System.nanoTime();

        private Running(Child child, Process process, Path output, Path errors) {
            this.child = child;
            this.process = process;
            this.output = output;
            this.errors = errors;
        }

        /** Waits for the end, or ends the process when its time is over. */
        public Outcome await() {
            try {
                boolean ended = process.waitFor(Math.round(1e3 * child.limit), TimeUnit.MILLISECONDS);
                double seconds = 1e-9 * (System.nanoTime() - start);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                Outcome outcome = new Outcome(ended ? process.exitValue() : -1, text(output), text(errors), seconds);
                FILES.delete(output);
                FILES.delete(errors);
                return outcome;
            } catch (InterruptedException stopped) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("the measurement was interrupted", stopped);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static String text(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
    }

    /** Returns a process with nothing set for it, which is ended after two minutes. */
    public static Child of(List<String> command) {
        return new Child(command, new TreeMap<>(), 120);
    }

    /** Returns the same with a variable set. */
    public Child with(String variable, String value) {
        SortedMap<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Child(command, more, limit);
    }

    /**
     * Starts it.
     *
     * @throws IOException if there is no such program
     */
    public Running start() throws IOException {
        Path output = FILES.createTemporaryFile("gan4j-bench", ".out");
        Path errors = FILES.createTemporaryFile("gan4j-bench", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        Map<String, String> variables = builder.environment();
        INHERITED_SETTINGS.forEach(variables::remove);
        variables.putAll(environment);
        try {
            return new Running(this, builder.start(), output, errors);
        } catch (IOException noProgram) {
            FILES.delete(output);
            FILES.delete(errors);
            throw noProgram;
        }
    }
}
