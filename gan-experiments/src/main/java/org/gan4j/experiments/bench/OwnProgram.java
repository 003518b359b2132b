package org.gan4j.experiments.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * This program, to be started again in processes of their own: the same Java, options and classes.
 *
 * @param mainClass the class whose main method is the command line
 * @param data where MNIST may be
 */
public record OwnProgram(String mainClass, DataDirectory data) {
    private static final List<String> KEPT = List.of("-D", "-X", "--enable-native", "--sun-misc");

    /** Returns the process of a command of this program. */
    public Child command(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (KEPT.stream().anyMatch(option::startsWith)) {
                command.add(option);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(words);
        return Child.of(command);
    }

    /** Returns the process that measures one case once, without its bare products. */
    public Child measuring(BenchCase one, double seconds, double warmUp, int sideBySide) {
        Child child = measuring(one, seconds, warmUp);
        List<String> words = new ArrayList<>(child.command());
        words.addAll(List.of("--no-products", "--runs=" + sideBySide));
        return Child.of(words);
    }

    /** Returns the process that measures one case and its bare products once. */
    public Child measuring(BenchCase one, double seconds, double warmUp) {
        return command(List.of(
                "bench",
                "--case=" + one.letter(),
                "--repetitions=1",
                "--no-ceiling",
                String.format(Locale.ROOT, "--seconds=%s", seconds),
                String.format(Locale.ROOT, "--warm-up=%s", warmUp),
                "--data-dir=" + data.root(),
                "--json"));
    }

    /** Returns what a process that measures has written. */
    public static BenchReport report(Child.Outcome outcome) {
        if (!outcome.succeeded()) {
            throw new UserError(
                    ExitCode.INTERNAL_ERROR,
                    "a measurement in a process of its own failed: " + outcome.complaint(),
                    "bench",
                    "Run gan bench by itself to see more.");
        }
        return Json.read(outcome.output(), "the report of a measurement", BenchReport.class);
    }

    /** Starts a process of this program. */
    static Child.Running start(Child child) {
        try {
            return child.start();
        } catch (IOException broken) {
            throw new UserError(
                            ExitCode.INTERNAL_ERROR,
                            "cannot start " + child.command().get(0) + ": " + broken.getMessage(),
                            "bench",
                            "Check that this Java still stands where it was when this command began.")
                    .causedBy(broken);
        }
    }

    /** Returns the launcher {@code gan}, where this process was started by it in a checkout or distribution. */
    static List<String> launcher() {
        String home = System.getProperty("gan4j.home", "");
        File launcher = new File(home, "gan");
        return !home.isEmpty() && Files.isExecutable(launcher.toPath()) ? List.of(launcher.getPath()) : List.of();
    }
}
