package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.Json;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Goes on with one run of an experiment. */
@Command(name = "resume", description = "Go on with one run that was stopped or killed.")
final class ResumeCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Mixin
    Policy policy = new Policy();

    @Parameters(paramLabel = "DIR", description = "the run's directory, runs/EXPERIMENT/RUN")
    Path directory = Path.of("");

    @Override
    public Integer call() {
        GanCommand command = Objects.requireNonNull(gan);
        Path run = directory.toAbsolutePath().normalize();
        RunStatus status = RunStatus.read(new RunDirectory(run, new FileStore()));
        Path runs = Objects.requireNonNull(
                Objects.requireNonNull(run.getParent(), "has a parent").getParent());
        @SuppressWarnings("unchecked")
        Configuration<Experiment<Record>> configuration = command.framework()
                .reader()
                .parse(status.experiment(), run.resolve("run.json").toString(), List.of(), (Class<Experiment<Record>>)
                        (Class<?>) Experiment.class);
        Session session = new Session(command, output);
        Record result = session.guarded(
                () -> session.runner(runs).resume(status.experimentName(), configuration, run, policy.chosen()));
        output.print(result, () -> Json.pretty(result));
        return result instanceof MayDiverge m && m.divergence().isPresent()
                ? ExitCode.DIVERGED.code()
                : ExitCode.OK.code();
    }
}
