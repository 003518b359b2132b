package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.core.kernel.select.KernelSets;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.plan.JobConfigurations;
import org.gan4j.experiments.plan.PlanFile;
import org.gan4j.experiments.plan.PlanHeader;
import org.gan4j.experiments.plan.PlannedJob;
import org.gan4j.experiments.run.Origin;
import org.gan4j.experiments.store.RunDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs one job of a plan into its own directory, and nothing else: what any engine on any machine calls. */
@Command(
        name = "run-job",
        description = "Run one job of a plan into its directory, and nothing else.",
        footer = {"", "Example:", "  gan run-job runs/quickstart-0123456789abcdef/plan.jsonl 17"})
final class RunJobCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Mixin
    Policy policy = new Policy();

    @Parameters(index = "0", paramLabel = "PLAN", description = "plan.jsonl in an experiment's directory")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "NUMBER", description = "of the job, from 1")
    int number;

    @Override
    public Integer call() {
        GanCommand command = Objects.requireNonNull(gan);
        PlanFile plan = PlanFile.read(file);
        command.addModulesOf(plan.header(), file);
        JobConfigurations configurations =
                new JobConfigurations(command.framework().reader());
        PlannedJob job = plan.job(number, configurations);
        requireConditions(plan.header());
        Path home = Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file has a directory");
        Path runs = Objects.requireNonNull(home.getParent(), "an experiment's directory is in that of the runs");
        job.after().forEach(other -> requireFinished(plan.job(other, configurations), runs));
        Session session = new Session(command, output);
        Record result =
                session.guarded(() -> session.jobRunner(runs).run(job, Origin.of(plan.header()), policy.chosen()));
        output.print(result, () -> Json.pretty(result));
        return result instanceof MayDiverge m && m.divergence().isPresent()
                ? ExitCode.DIVERGED.code()
                : ExitCode.OK.code();
    }

    /** Other code and other kernels give other numbers; other threads do not. */
    private void requireConditions(PlanHeader header) {
        String code = Objects.requireNonNull(gan).framework().code().sha256();
        if (!code.equals(header.code()) && !policy.accept && !policy.rerun) {
            throw refused(
                    "it was made by other code: SHA-256 " + header.code() + ", and this is " + code,
                    "Make the plan again with gan run, or give --accept to run it with this code.");
        }
        String kernels = KernelSets.identity();
        if (!kernels.equals(header.kernels())) {
            String set = header.kernels().replaceFirst(",.*", "");
            throw refused(
                    "it was made with the kernels \"" + header.kernels() + "\", and this process uses \"" + kernels
                            + "\", which changes the last digits of results",
                    kernels.startsWith(set + ",")
                            ? "Run it where these kernels are, or make the plan again here with gan run."
                            : "Give JAVA_OPTS=-D" + KernelSets.PROPERTY + "=" + set + " gan run-job " + file + " "
                                    + number + ".");
        }
    }

    private UserError refused(String what, String fix) {
        return new UserError(ExitCode.CHECKPOINT, what, file.toString(), fix);
    }

    private void requireFinished(PlannedJob job, Path runs) {
        RunDirectory directory = new RunDirectory(runs.resolve(job.directory()), new FileStore());
        if (!directory.hasResult()) {
            throw refused(
                    "job " + number + " comes after job " + job.number() + ", "
                            + job.job().name() + ", which is not finished",
                    "Run that first: gan run-job " + file + " " + job.number() + ".");
        }
    }
}
