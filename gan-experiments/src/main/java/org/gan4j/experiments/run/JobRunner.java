package org.gan4j.experiments.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.RunLock;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.job.InterruptedRun;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.JobContext;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.page.Recipe;
import org.gan4j.experiments.page.RunReport;
import org.gan4j.experiments.plan.JobConfigurations;
import org.gan4j.experiments.plan.PlannedJob;
import org.gan4j.experiments.plan.RunningCode;
import org.gan4j.experiments.plan.SourceCopy;
import org.gan4j.experiments.store.FinishedRuns;
import org.gan4j.experiments.store.Manifest;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunRecord;
import org.gan4j.experiments.store.RunStatus;
import org.gan4j.experiments.training.TrainingJob;

/**
 * Runner of one job into one directory, under the directory's lock and with its log: a finished run is not made again, one
 * that was stopped goes on from its last checkpoint.
 */
public final class JobRunner {
    private final JobConfigurations configurations;
    private final Surroundings surroundings;
    private final RunningCode code;
    private final FinishedRuns finished;

    /**
     * Creates a runner.
     *
     * @param reader knows the names of all strategies
     * @param surroundings places and people to tell
     * @param code of this process
     */
    public JobRunner(ConfigurationReader reader, Surroundings surroundings, RunningCode code) {
        this.configurations = new JobConfigurations(reader);
        this.surroundings = surroundings;
        this.code = code;
        this.finished = new FinishedRuns(surroundings.runs(), surroundings.files(), code.fingerprint());
    }

    /**
     * Runs a job, goes on with it, or returns the result that is there.
     *
     * @param origin the experiment that the run belongs to
     * @return the result; a diverged run is a result too
     * @throws InterruptedRun if the user asked to stop; the state has been saved
     * @throws UserError if the directory holds another run, one that other code made and the policy does not accept, or one
     *     that another process is at
     */
    public Record run(PlannedJob line, Origin origin, ResumePolicy policy) {
        Path path = surroundings.runs().resolve(line.directory());
        RunDirectory directory = new RunDirectory(path, surroundings.files());
        if (policy.rerun() && line.directory().startsWith(origin.directory() + "/")) {
            directory.discard();
        }
        OtherCode.requireConfiguration(directory, line.configuration().sha256());
        if (!policy.accept()) {
            new OtherCode(code.fingerprint()).refuse(directory);
        }
        Job<? extends Record> job = line.job();
        if (directory.hasResult()) {
            surroundings.progress().message(job.name() + ": finished before, in " + path);
            return directory.read(directory.result(), job.resultType());
        }
        try (RunLock lock = directory.lock();
                RunLog log = RunLog.open(directory, surroundings.progress())) {
            return underLock(job, line.configuration(), new Attempt(directory, origin, log));
        }
    }

    private record Attempt(RunDirectory directory, Origin origin, RunLog log) {}

    private <R extends Record> R underLock(Job<R> job, Configuration<?> configuration, Attempt attempt) {
        RunDirectory directory = attempt.directory();
        List<String> warnings =
                configuration.warnings().stream().map(Object::toString).toList();
        warnings.forEach(warning -> attempt.log().message("warning: " + warning));
        surroundings.files().writeText(directory.configuration(), configuration.yaml());
        surroundings.files().writeText(directory.code(), Json.pretty(code.fingerprint()));
        RunRecord record = RunRecord.start(
                directory, attempt.origin().name(), attempt.origin().json(), configuration.sha256());
        Recipe recipe = new Recipe(code.modules(), code.source().map(SourceCopy::name));
        RunReport report = new RunReport(
                directory, new RunReport.Origin(job.name(), recipe, job instanceof TrainingJob), warnings);
        try {
            R result = job.run(context(directory, configuration, attempt.log(), record));
            Optional<String> divergence = result instanceof MayDiverge m ? m.divergence() : Optional.empty();
            RunStatus.Status how = divergence.isPresent() ? RunStatus.Status.DIVERGED : RunStatus.Status.COMPLETED;
            report.write(record.status().ended(how, divergence), Optional.of(result));
            Manifest.remove(directory);
            surroundings.files().writeText(directory.result(), Json.pretty(result));
            record.end(how, divergence);
            Manifest.write(directory);
            return result;
        } catch (InterruptedRun interrupted) {
            stopped(record, report, RunStatus.Status.INTERRUPTED, interrupted);
            throw interrupted;
        } catch (RuntimeException error) {
            if (!(error instanceof UserError user) || user.exitCode() != ExitCode.OUTPUT) {
                attempt.log().note("failed: " + error);
                stopped(record, report, RunStatus.Status.FAILED, error);
            }
            throw error;
        }
    }

    private JobContext context(RunDirectory directory, Configuration<?> configuration, RunLog log, RunRecord record) {
        return new JobContext(
                directory,
                configuration.sha256(),
                surroundings.data(),
                log,
                surroundings.stop(),
                record::madeFrom,
                job -> finished.need(configurations.of(job), directory.path()));
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
}
