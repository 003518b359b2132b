package org.gan4j.experiments.cli;

import com.google.inject.Module;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.tensor.Kernels;
import org.gan4j.experiments.run.InterruptedRun;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The process behind {@code gan}. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(), arguments));
    }

    /**
     * Runs a command with a researcher's own modules added and returns its exit code: the body of a main method in a
     * project of one's own.
     *
     * @param modules added to the framework's own and to those found on the class path
     * @param arguments as on the command line
     */
    public static int run(List<? extends Module> modules, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(modules, out, err, arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** Runs a command, with results to {@code out} and everything else to {@code err}. */
    static int run(List<? extends Module> modules, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            Kernels.chosen();
        } catch (IllegalArgumentException unknown) {
            err.println(unknown.getMessage());
            return ExitCode.CONFIGURATION.code();
        }
        return new CommandLine(new GanCommand(modules))
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::report)
                .execute(arguments);
    }

    private static int report(Exception problem, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (problem instanceof UserError error) {
            err.println(error.getMessage());
            return error.exitCode().code();
        }
        if (problem instanceof InterruptedRun) {
            return ExitCode.INTERRUPTED.code();
        }
        err.println("This is a defect of GAN4J, not of your input: " + problem);
        problem.printStackTrace(err);
        return ExitCode.INTERNAL_ERROR.code();
    }
}
