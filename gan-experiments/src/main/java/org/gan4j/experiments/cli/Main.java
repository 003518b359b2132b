package org.gan4j.experiments.cli;

import com.google.inject.Module;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.job.InterruptedRun;
import picocli.CommandLine;

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
        if (out.checkError() && code == ExitCode.OK.code()) {
            err.println("standard output: the result cannot be written. Free some space, or write it elsewhere.");
            code = ExitCode.OUTPUT.code();
        }
        err.flush();
        return code;
    }

    /** Runs a command, with results to {@code out} and everything else to {@code err}. */
    static int run(List<? extends Module> modules, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            KernelSets.chosen();
        } catch (IllegalArgumentException unknown) {
            err.println(unknown.getMessage());
            return ExitCode.CONFIGURATION.code();
        }
        return execute(modules, out, err, arguments);
    }

    private static int execute(List<? extends Module> modules, PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return new CommandLine(new GanCommand(modules))
                    .setOut(out)
                    .setErr(err)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((problem, command, parsed) -> report(problem, err))
                    .execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            err.println("There is not enough memory (" + tooLarge.getMessage() + "). Make the batch, the network or the"
                    + " number of samples smaller, or give Java more: GAN4J_JAVA_OPTS=-Xmx8g ./gan ...");
            return ExitCode.MEMORY.code();
        } catch (LinkageError | StackOverflowError | AssertionError broken) {
            return report(broken, err);
        }
    }

    private static int report(Throwable problem, PrintWriter err) {
        if (problem instanceof UserError error) {
            err.println(error.getMessage());
            return error.exitCode().code();
        }
        if (problem instanceof InterruptedRun) {
            return ExitCode.INTERRUPTED.code();
        }
        err.println(whose(problem) + problem);
        problem.printStackTrace(err);
        return ExitCode.INTERNAL_ERROR.code();
    }

    /** Says whether the framework failed or a class that was added to it, by the method in which it happened. */
    private static String whose(Throwable problem) {
        Throwable first = problem;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        for (StackTraceElement frame : first.getStackTrace()) {
            String type = frame.getClassName();
            if (type.startsWith("org.gan4j.")) {
                break;
            }
            if (!type.matches("(java|javax|jdk|sun|com\\.sun|com\\.google|picocli)\\..*")) {
                return "An error in " + type + "." + frame.getMethodName() + ", which is not part of GAN4J: ";
            }
        }
        return "This is a defect of GAN4J, not of your input: ";
    }
}
