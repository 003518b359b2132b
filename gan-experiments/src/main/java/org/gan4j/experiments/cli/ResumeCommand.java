package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.Json;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.job.MayDiverge;
import org.gan4j.experiments.plan.JobConfigurations;
import org.gan4j.experiments.plan.PlannedJob;
import org.gan4j.experiments.run.LongerRun;
import org.gan4j.experiments.run.Origin;
import org.gan4j.experiments.store.ExperimentDirectory;
import org.gan4j.experiments.store.RunDirectory;
import org.gan4j.experiments.store.RunReference;
import org.gan4j.experiments.store.RunStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Goes on with one run, by what its own directory says of it. */
@Command(
        name = "resume",
        description = "Go on with one run that was stopped or killed, or train a finished one longer.",
        footer = {
            "",
            "Examples:",
            "  gan resume quickstart/minimax-ring-s1",
            "  gan resume ring/s1 run.length=2000   (the bytes are those of a run that had this length from the start)"
        })
final class ResumeCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Mixin
    Policy policy = new Policy();

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            description = "the run's directory, or EXPERIMENT/PART with a part of its name")
    String given = "";

    @Parameters(index = "1..*", paramLabel = "run.length=N", description = "train a finished run up to this length")
    List<String> changes = new ArrayList<>();

    /** What to run, and where it belongs. */
    private record Order(PlannedJob job, Origin origin, ExperimentDirectory home) {}

    @Override
    public Integer call() {
        GanCommand command = Objects.requireNonNull(gan);
        Path run =
                RunReference.find(given, command.runsDirectory).toAbsolutePath().normalize();
        RunDirectory directory = new RunDirectory(run, new FileStore());
        RunStatus status = RunStatus.read(directory);
        Path parent = Objects.requireNonNull(run.getParent(), "a run has a directory around it");
        Path runs = Objects.requireNonNull(parent.getParent(), "an experiment's directory is in that of the runs");
        ExperimentDirectory home = new ExperimentDirectory(runs, String.valueOf(parent.getFileName()));
        command.addModulesOf(home.plan());
        Session session = new Session(command, output);
        Order order;
        if (changes.isEmpty()) {
            Origin origin = new Origin(status.experimentName(), home.name(), status.experiment());
            String place = home.name() + "/" + run.getFileName();
            order = new Order(new PlannedJob(1, place, configuration(directory, List.of()), List.of()), origin, home);
        } else {
            order = longer(directory, status, home, session);
        }
        Record result =
                session.guarded(() -> session.jobRunner(runs).run(order.job(), order.origin(), policy.chosen()));
        output.print(result, () -> Json.pretty(result));
        output.note("The run is " + runs.resolve(order.job().directory()) + ". " + table(order));
        return result instanceof MayDiverge m && m.divergence().isPresent()
                ? ExitCode.DIVERGED.code()
                : ExitCode.OK.code();
    }

    private String table(Order order) {
        String name = order.origin().name();
        return changes.isEmpty()
                ? "To make the table of " + name + " again: gan table "
                        + order.home().path() + " --again"
                : "To make a table with it: give gan run the experiment " + name + " with the same change.";
    }

    private Configuration<Job<?>> configuration(RunDirectory directory, List<String> overrides) {
        return new JobConfigurations(Objects.requireNonNull(gan).framework().reader())
                .parse(
                        directory.text(directory.configuration()),
                        directory.configuration().toString(),
                        overrides);
    }

    /** Changes are those of the experiment, in which a run stands under "run". */
    private Order longer(RunDirectory directory, RunStatus status, ExperimentDirectory home, Session session) {
        List<String> own = changes.stream()
                .map(change -> change.replaceFirst("^run\\.", ""))
                .toList();
        LongerRun longer = new LongerRun(directory, configuration(directory, List.of()), configuration(directory, own));
        Origin origin = origin(status, home);
        ExperimentDirectory target = new ExperimentDirectory(home.runs(), origin.directory());
        PlannedJob job = new PlannedJob(1, target.name() + "/" + longer.directoryName(), longer.after(), List.of());
        RunDirectory unfinished = new RunDirectory(home.runs().resolve(job.directory()), new FileStore());
        session.prepare(longer, unfinished, policy.accept);
        return new Order(job, origin, target);
    }

    /** The experiment with the same change, if it has it; else that of the finished run. */
    private Origin origin(RunStatus status, ExperimentDirectory home) {
        try {
            @SuppressWarnings("unchecked")
            Configuration<Experiment<?>> changed = Objects.requireNonNull(gan)
                    .framework()
                    .reader()
                    .parse(status.experiment(), "experiment.json", changes, (Class<Experiment<?>>)
                            (Class<?>) Experiment.class);
            String name = status.experimentName();
            return new Origin(
                    name,
                    ExperimentDirectory.of(home.runs(), name, changed.sha256()).name(),
                    changed.json());
        } catch (ConfigurationException hasNoSuchSetting) {
            return new Origin(status.experimentName(), home.name(), status.experiment());
        }
    }
}
