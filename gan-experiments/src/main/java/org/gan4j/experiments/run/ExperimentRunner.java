package org.gan4j.experiments.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Json;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.UserError;
import org.gan4j.core.training.StopRequest;
import org.gan4j.experiments.job.Artifact;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.FinishedRun;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.job.Progress;
import org.gan4j.experiments.page.ExperimentPage;
import org.gan4j.experiments.page.RunReport;
import org.gan4j.experiments.store.CodeFingerprint;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunRecord;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.table.ResultTable;

/**
 * Runs the jobs of an experiment one after the other, each in a directory named after its configuration, and makes the
 * table. A run that is finished is not made again; one that was stopped goes on from its last checkpoint.
 */
public final class ExperimentRunner {
    private static final int HASH_DIGITS = 8;

    private final ConfigurationReader configurations;
    private final FileStore files;
    private final Path runs;
    private final DataDirectory data;
    private final Progress progress;
    private final StopRequest stop;
    private final CodeFingerprint code;

    /**
     * Creates a runner.
     *
     * @param configurations knows the names of all strategies
     * @param surroundings places and people to tell
     * @param code the classes that can change a result
     */
    public ExperimentRunner(ConfigurationReader configurations, Surroundings surroundings, CodeFingerprint code) {
        this.configurations = configurations;
        this.files = surroundings.files();
        this.runs = surroundings.runs();
        this.data = surroundings.data();
        this.progress = surroundings.progress();
        this.stop = surroundings.stop();
        this.code = code;
    }

    /**
     * Where an experiment reads, writes and reports.
     *
     * @param files the door through which files are written
     * @param runs the directory of all runs
     * @param data the directory of data sets
     * @param progress told how far it is
     * @param stop asks it to save and stop
     */
    public record Surroundings(FileStore files, Path runs, DataDirectory data, Progress progress, StopRequest stop) {}

    /**
     * Runs what is not finished yet and tabulates.
     *
     * @param name the directory of the experiment below the runs
     * @param configuration the resolved experiment
     * @throws org.gan4j.experiments.job.InterruptedRun if the user asked to stop; the run under way has been saved
     * @throws org.gan4j.core.io.UserError if a finished run was made by other code and neither option says what to do
     */
    public <R extends Record> ExperimentReport run(
            String name, Configuration<? extends Experiment<R>> configuration, ResumePolicy policy) {
        Experiment<R> experiment = configuration.value();
        List<R> results = new ArrayList<>();
        List<FinishedRun<R>> finished = new ArrayList<>();
        for (Job<R> job : experiment.jobs()) {
            RunDirectory directory = directory(name, job);
            R result = resultOf(job, directory, new Origin(name, configuration), policy);
            results.add(result);
            finished.add(new FinishedRun<>(job, result, directory));
        }
        ResultTable table = experiment.tabulate(results);
        List<Path> written = new ArrayList<>();
        write(written, name, "table.md", table.toMarkdown());
        write(written, name, "table.csv", table.toCsv());
        write(written, name, "table.tex", table.toLatex());
        write(written, name, "table.json", Json.pretty(table));
        Optional<ResultTable> timings = experiment.timings(finished);
        if (timings.isPresent()) {
            write(written, name, "timings.md", timings.get().toMarkdown());
        }
        List<Artifact> artifacts = experiment.artifacts(finished, data);
        for (Artifact artifact : artifacts) {
            Path file = runs.resolve(name).resolve(artifact.fileName());
            files.writeBytes(file, artifact.content());
            written.add(file);
        }
        write(written, name, "experiment.yaml", configuration.yaml());
        write(
                written,
                name,
                "report.html",
                ExperimentPage.html(name, configuration, tables(table, timings), finished, artifacts));
        long diverged = results.stream()
                .filter(r -> r instanceof MayDiverge m && m.divergence().isPresent())
                .count();
        return new ExperimentReport(
                table,
                timings,
                finished.stream().map(f -> f.directory().path()).toList(),
                written,
                Math.toIntExact(diverged));
    }

    private static List<ResultTable> tables(ResultTable results, Optional<ResultTable> timings) {
        List<ResultTable> tables = new ArrayList<>(List.of(results));
        timings.ifPresent(tables::add);
        return tables;
    }

    /** Goes on with, or starts, the one run of an experiment whose directory this is; returns its result. */
    public <R extends Record> R resume(
            String name, Configuration<? extends Experiment<R>> configuration, Path run, ResumePolicy policy) {
        for (Job<R> job : configuration.value().jobs()) {
            RunDirectory directory = directory(name, job);
            if (directory.path().getFileName().equals(run.getFileName())) {
                return resultOf(job, new RunDirectory(run, files), new Origin(name, configuration), policy);
            }
        }
        throw new UserError(
                ExitCode.CONFIGURATION,
                "experiment " + name + " has no run of this name now",
                run.toString(),
                "Its configuration was made by another version; run the experiment anew.");
    }

    private record Origin(String name, Configuration<?> experiment) {}

    private RunDirectory directory(String experiment, Job<?> job) {
        String hash = resolved(job).sha256().substring(0, HASH_DIGITS);
        return new RunDirectory(runs.resolve(experiment).resolve(job.name() + "-" + hash), files);
    }

    private Configuration<?> resolved(Job<?> job) {
        return resolvedAs(job, job.getClass());
    }

    @SuppressWarnings("unchecked")
    private <T> Configuration<T> resolvedAs(Object job, Class<T> type) {
        return configurations.resolve((T) job, type);
    }

    private Optional<Path> find(String experiment, Job<?> job) {
        RunDirectory directory = directory(experiment, job);
        boolean usable = directory.hasResult()
                && Files.isRegularFile(directory.code())
                && changes(directory).isEmpty();
        return usable ? Optional.of(directory.path()) : Optional.empty();
    }

    private <R extends Record> R resultOf(Job<R> job, RunDirectory directory, Origin origin, ResumePolicy policy) {
        if (!policy.rerun() && !policy.accept()) {
            refuseOtherCode(directory);
        }
        if (directory.hasResult() && !policy.rerun()) {
            progress.message(job.name() + ": finished before, in " + directory.path());
            return directory.read(directory.result(), job.resultType());
        }
        try (RunLock lock = directory.lock()) {
            if (policy.rerun()) {
                directory.clear();
            }
            try (RunLog log = RunLog.open(directory, progress)) {
                return underLock(job, directory, origin, log);
            }
        }
    }

    private <R extends Record> R underLock(Job<R> job, RunDirectory directory, Origin origin, RunLog log) {
        Configuration<?> configuration = resolved(job);
        List<String> warnings =
                configuration.warnings().stream().map(Object::toString).toList();
        warnings.forEach(warning -> log.message("warning: " + warning));
        files.writeText(directory.configuration(), configuration.yaml());
        files.writeText(directory.experiment(), origin.experiment().yaml());
        files.writeText(directory.code(), Json.pretty(code));
        RunRecord record =
                RunRecord.start(directory, origin.name(), origin.experiment().json(), configuration.sha256());
        JobContext context =
                new JobContext(directory, configuration.sha256(), data, log, stop, record::madeFrom, this::find);
        RunReport report = new RunReport(directory, job.name(), warnings);
        try {
            R result = job.run(context);
            Optional<String> divergence = result instanceof MayDiverge m ? m.divergence() : Optional.empty();
            RunStatus.Status how = divergence.isPresent() ? RunStatus.Status.DIVERGED : RunStatus.Status.COMPLETED;
            report.write(record.status().ended(how, divergence), Optional.of(result));
            Manifest.remove(directory);
            files.writeText(directory.result(), Json.pretty(result));
            record.end(how, divergence);
            Manifest.write(directory);
            return result;
        } catch (InterruptedRun interrupted) {
            stopped(record, report, RunStatus.Status.INTERRUPTED, interrupted);
            throw interrupted;
        } catch (RuntimeException error) {
            if (!(error instanceof UserError user) || user.exitCode() != ExitCode.OUTPUT) {
                log.note("failed: " + error);
                stopped(record, report, RunStatus.Status.FAILED, error);
            }
            throw error;
        }
    }

    /** Notes why a run has stopped; what keeps that from being written is told with the reason, not in its place. */
    private static void stopped(RunRecord record, RunReport report, RunStatus.Status how, RuntimeException reason) {
        try {
            Optional<String> why = Optional.of(String.valueOf(reason.getMessage()));
            record.end(how, why);
            report.write(record.status(), Optional.empty());
        } catch (UserError notWritable) {
            reason.addSuppressed(notWritable);
        }
    }

    private void refuseOtherCode(RunDirectory directory) {
        if (directory.hasResult() && !Files.isRegularFile(directory.code())) {
            throw otherCode(directory, "nothing says which code made this run: there is no code.json");
        }
        List<String> changed = changes(directory);
        if (changed.isEmpty()) {
            return;
        }
        String some = String.join(", ", changed.subList(0, Math.min(5, changed.size())))
                + (changed.size() > 5 ? " and " + (changed.size() - 5) + " more" : "");
        throw otherCode(
                directory,
                "this run was made by other code: " + changed.size() + " changed "
                        + (changed.size() == 1 ? "class, " : "classes, ") + some);
    }

    private static UserError otherCode(RunDirectory directory, String what) {
        return new UserError(
                ExitCode.CHECKPOINT,
                what,
                directory.path().toString(),
                "Give --rerun to make it again, or --accept to use it as it is.");
    }

    private List<String> changes(RunDirectory directory) {
        if (!Files.isRegularFile(directory.code())) {
            return List.of();
        }
        return code.changedSince(directory.read(directory.code(), CodeFingerprint.class));
    }

    private void write(List<Path> written, String name, String fileName, String text) {
        Path file = runs.resolve(name).resolve(fileName);
        files.createDirectories(runs.resolve(name));
        files.writeText(file, text);
        written.add(file);
    }
}
