package org.gan4j.experiments.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.run.ExperimentReport;
import org.gan4j.experiments.run.ExperimentRunner;
import org.gan4j.experiments.run.JobRunner;
import org.gan4j.experiments.run.LaterEvaluation;
import org.gan4j.experiments.run.LongerRun;
import org.gan4j.experiments.run.ProgressLine;
import org.gan4j.experiments.run.Reporter;
import org.gan4j.experiments.run.ResumePolicy;
import org.gan4j.experiments.run.Surroundings;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.table.ResultTable;

/** A runner that shows its progress on standard error and, at Ctrl-C, saves the run under way before it ends. */
final class Session {
    private final GanCommand gan;
    private final Output output;
    private final StopRequest stop = new StopRequest();

    Session(GanCommand gan, Output output) {
        this.gan = gan;
        this.output = output;
    }

    /** What is printed as JSON. */
    record Result(
            ResultTable table, Optional<ResultTable> timings, List<String> runs, List<String> files, int diverged) {}

    ExperimentReport run(String name, Configuration<? extends Experiment<?>> configuration, ResumePolicy policy) {
        return guarded(() -> new ExperimentRunner(
                        gan.framework().reader(),
                        surroundings(gan.runsDirectory),
                        gan.framework().code())
                .run(name, configuration, policy));
    }

    /** Does work that Ctrl-C and SIGTERM interrupt: its state is saved before the process ends with exit code 130. */
    <T> T guarded(Supplier<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean saved = new AtomicBoolean();
        Thread hook = new Thread(() -> awaitSave(ended, saved), "save before the end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } catch (InterruptedRun interrupted) {
            output.note(interrupted.getMessage() + ". Give the same command again to go on.");
            saved.set(true);
            throw interrupted;
        } finally {
            ended.countDown();
            if (!stop.requested()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private void awaitSave(CountDownLatch ended, AtomicBoolean saved) {
        stop.request();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (saved.get()) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
        }
    }

    /** Whether a person looks on: since Java 22 a console exists where output goes to a file too, and says so. */
    @SuppressWarnings("SystemConsoleNull") // what a console says since Java 22 is asked below
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException olderThanJava22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** Returns a runner of single jobs. */
    JobRunner jobRunner(Path runs) {
        return new JobRunner(
                gan.framework().reader(), surroundings(runs), gan.framework().code());
    }

    /** Makes the directory of a run that is to take more steps. */
    void prepare(LongerRun longer, RunDirectory target, boolean accept) {
        longer.prepare(
                target, surroundings(gan.runsDirectory), gan.framework().code().fingerprint(), accept);
    }

    /** Returns what adds evaluators to finished runs. */
    LaterEvaluation laterEvaluation() {
        return new LaterEvaluation(
                gan.framework().reader(),
                surroundings(gan.runsDirectory),
                gan.framework().code().fingerprint());
    }

    /** Returns a maker of tables from finished runs. */
    Reporter reporter(Path runs) {
        return new Reporter(gan.framework().reader(), surroundings(runs));
    }

    private Surroundings surroundings(Path runs) {
        ProgressLine progress = new ProgressLine(output.err(), isTerminal(), System::nanoTime);
        return new Surroundings(new FileStore(), runs, gan.data(), progress, stop);
    }

    /** Prints the table and returns the exit code. */
    int print(ExperimentReport report) {
        List<String> runs = report.runs().stream().map(Path::toString).toList();
        List<String> files = report.files().stream().map(Path::toString).toList();
        output.print(
                new Result(report.table(), report.timings(), runs, files, report.diverged()),
                () -> report.table().toMarkdown() + "\n"
                        + report.timings()
                                .map(times -> times.toMarkdown() + "\n")
                                .orElse("") + String.join("\n", files) + "\n");
        if (report.diverged() > 0) {
            output.note(report.diverged() + " of " + runs.size() + " runs diverged; the table says which.");
            return ExitCode.DIVERGED.code();
        }
        return ExitCode.OK.code();
    }
}
