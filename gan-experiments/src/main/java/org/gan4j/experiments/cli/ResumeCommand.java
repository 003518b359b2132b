package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.plan.JobConfigurations;
import org.gan4j.experiments.plan.PlannedJob;
import org.gan4j.experiments.run.Origin;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunReference;
import org.gan4j.experiments.store.RunStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Goes on with one run, by what its own directory says of it. */
@Command(name = "resume", description = "Go on with one run that was stopped or killed.")
final class ResumeCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Mixin
    Policy policy = new Policy();

    @Parameters(paramLabel = "RUN", description = "the run's directory, or EXPERIMENT/PART with a part of its name")
    String given = "";

    @Override
    public Integer call() {
        GanCommand command = Objects.requireNonNull(gan);
        Path run =
                RunReference.find(given, command.runsDirectory).toAbsolutePath().normalize();
        RunDirectory directory = new RunDirectory(run, new FileStore());
        RunStatus status = RunStatus.read(directory);
        Path home = Objects.requireNonNull(run.getParent(), "a run has a directory around it");
        Path runs = Objects.requireNonNull(home.getParent(), "an experiment's directory is in that of the runs");
        String name = String.valueOf(home.getFileName());
        command.addModulesOf(home.resolve("plan.jsonl"));
        PlannedJob job = new PlannedJob(
                1,
                name + "/" + run.getFileName(),
                new JobConfigurations(command.framework().reader())
                        .parse(
                                directory.text(directory.configuration()),
                                directory.configuration().toString(),
                                List.of()),
                List.of());
        Origin origin = new Origin(status.experimentName(), name, status.experiment());
        Session session = new Session(command, output);
        Record result = session.guarded(() -> session.jobRunner(runs).run(job, origin, policy.chosen()));
        output.print(result, () -> Json.pretty(result));
        output.note("To make the table of " + status.experimentName() + " again: gan table " + home + " --again");
        return result instanceof MayDiverge m && m.divergence().isPresent()
                ? ExitCode.DIVERGED.code()
                : ExitCode.OK.code();
    }
}
