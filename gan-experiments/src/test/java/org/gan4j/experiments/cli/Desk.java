package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Module;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.Sha256;
import org.gan4j.experiments.store.ExperimentDirectory;

/** A directory to work in, and the command line, in this process. */
final class Desk {
    /** A run of three steps that takes a few milliseconds. */
    static final String TINY = """
            type: training
            seeds: [7]
            run:
              data: {type: ring, standardDeviation: 0.05}
              game:
                type: adversarial
                generator: {type: mlp, hidden: [2]}
                discriminator: {type: maxout, units: [2], pieces: 2}
                loss: non-saturating
              scheme: simultaneous
              optimizers:
                d: {type: sgd, rate: 1e-2}
                g: {type: sgd, rate: 1e-2}
              batchSize: 4
              length: 3
              intervals: {metrics: 1, samples: 100, checkpoints: 2}
              evaluators: [{type: modes, samples: 50}]
            """;

    private final Path directory;

    private final List<Module> modules;

    /** Makes a desk in a directory, with modules beside the framework's own. */
    Desk(Path directory, Module... modules) {
        this.directory = directory;
        this.modules = List.of(modules);
    }

    /** What a command printed and how it ended; the desk's directory is written DIR and a run's digest HASH. */
    record Outcome(int code, String out, String err) {
        /** Checks that a command refused: nothing on standard output, one message on standard error, no stack trace. */
        void isRefused(ExitCode expected, String message) {
            assertThat(err).isEqualTo(message);
            assertThat(out).isEmpty();
            assertThat(code).isEqualTo(expected.code());
        }

        /** As {@link #isRefused}, when lines of progress come before the message. */
        void isRefusedInTheEnd(ExitCode expected, String message) {
            assertThat(err).endsWith(message).doesNotContain("\tat ");
            assertThat(out).isEmpty();
            assertThat(code).isEqualTo(expected.code());
        }

        /** Checks that a command did what it was asked to. */
        Outcome isDone() {
            assertThat(code).as(err).isEqualTo(ExitCode.OK.code());
            return this;
        }
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(path(name), text);
    }

    /** Gives a command; every word "DIR/..." names a file of the desk. */
    Outcome gan(String... words) {
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(word.replace("DIR", directory.toString()));
        }
        if (!arguments.contains("--runs-dir")) {
            arguments.add("--runs-dir=" + path("runs"));
        }
        arguments.add("--data-dir=" + path("data"));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(modules, new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Outcome(code, plain(out.toString()), plain(err.toString()));
    }

    /** Returns a process that will run a command, with the class path of this one. */
    static ProcessBuilder process(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        return new ProcessBuilder(command);
    }

    /** Runs the tiny experiment; returns the directory of its run. */
    Path tinyRun() throws IOException {
        write("tiny.yaml", TINY);
        gan("run", "DIR/tiny.yaml").isDone();
        return onlyRun("tiny");
    }

    /** Returns the newest directory of an experiment. */
    Path home(String experiment) {
        return ExperimentDirectory.latest(path("runs"), experiment)
                .orElseThrow()
                .path();
    }

    Path onlyRun(String experiment) throws IOException {
        try (Stream<Path> found = Files.list(home(experiment))) {
            List<Path> runs = found.filter(Files::isDirectory).toList();
            assertThat(runs).hasSize(1);
            return runs.get(0);
        }
    }

    /** Returns the file with the latest generator that the selection of a run has kept. */
    static Path selected(Path run) throws IOException {
        try (Stream<Path> files = Files.list(run)) {
            return files.filter(file -> String.valueOf(file.getFileName()).matches("selected-[0-9]{10}\\.npz"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** Returns the SHA-256 of every file below a directory, except those that say how the last attempt ended. */
    static SortedMap<String, String> content(Path directory) throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = String.valueOf(file.getFileName());
                boolean times = List.of("run.json", "report.html", "log.txt", ".lock", "timing.jsonl")
                                .contains(name)
                        || name.endsWith(".times.json");
                if (!times) {
                    content.put(directory.relativize(file).toString(), Sha256.of(file));
                }
            }
        }
        assertThat(content).isNotEmpty();
        return content;
    }

    private String plain(String text) {
        return text.replace(directory.toString(), "DIR").replaceAll("-[0-9a-f]{16}(?![0-9a-f])", "-HASH");
    }
}
