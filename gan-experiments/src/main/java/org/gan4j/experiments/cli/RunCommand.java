package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.cli.text.Unknown;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.job.Job;
import org.gan4j.experiments.paper.MultiSeedTraining;
import org.gan4j.experiments.run.ExperimentReport;
import org.gan4j.experiments.store.Settings;
import org.gan4j.experiments.training.TrainingJob;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs an experiment: what is finished is skipped, what was stopped goes on. */
@Command(
        name = "run",
        description = "Run an experiment, or go on with it, and print its table.",
        footer = {
            "",
            "Examples:",
            "  gan run quickstart",
            "  gan run goodfellow2014-table1 epochs=50",
            "  gan run my-experiment.yaml seeds=[1,2,3]",
            "  gan run MyExperiment.java"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Mixin
    Policy policy = new Policy();

    @Parameters(
            index = "0",
            paramLabel = "EXPERIMENT",
            description = "a name (see gan list experiments), a .yaml or .json file, or a .java source file")
    String experiment = "";

    @Parameters(index = "1..*", paramLabel = "KEY=VALUE", description = "changes to the configuration")
    List<String> overrides = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "FILE",
            description =
                    "a .java source file in which the experiment of a .yaml file is, such as the copy beside a page")
    @Nullable
    Path source;

    @Option(names = "--print-config", description = "print the resolved configuration and run nothing")
    boolean printConfiguration;

    @Override
    public Integer call() {
        GanCommand command = Objects.requireNonNull(gan);
        Launched launched = launched(command);
        if (printConfiguration) {
            output.print(launched.configuration().value(), launched.configuration()::yaml);
            return 0;
        }
        Session session = new Session(command, output);
        ExperimentReport report = session.run(launched.name(), launched.configuration(), policy.chosen());
        return session.print(report);
    }

    /** An experiment with the name of its directory. */
    private record Launched(String name, Configuration<? extends Experiment<?>> configuration) {}

    private Launched launched(GanCommand command) {
        if (experiment.endsWith(".java")) {
            SourceExperiment single = SourceExperiment.compile(Path.of(experiment));
            command.add(single);
            return named(command.framework().reader(), single.name());
        }
        if (source != null) {
            command.add(SourceExperiment.compile(source));
        }
        ConfigurationReader reader = command.framework().reader();
        if (experiment.endsWith(".yaml") || experiment.endsWith(".yml") || experiment.endsWith(".json")) {
            Path file = Path.of(experiment);
            if (isRun(file, command.framework().registry())) {
                return again(file, reader);
            }
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
            return new Launched(name, reader.read(file, overrides, experimentClass()));
        }
        StrategyRegistry registry = command.framework().registry();
        if (registry.find(Experiment.class, experiment).isEmpty()) {
            throw Unknown.name("experiment", experiment, registry.names(Experiment.class), "gan list experiments");
        }
        return named(reader, experiment);
    }

    /** Tells whether a file is the configuration of a run: its type is that of a job. */
    private static boolean isRun(Path file, StrategyRegistry registry) {
        Optional<String> type = Settings.typeOf(file);
        return type.isPresent()
                && registry.find(Job.class, type.get()).isPresent()
                && registry.find(Experiment.class, type.get()).isEmpty();
    }

    /** The run of a configuration alone, under its own seed. */
    private Launched again(Path file, ConfigurationReader reader) {
        List<String> own = overrides.stream()
                .map(change -> change.replaceFirst("^run\\.", ""))
                .toList();
        Job<?> job = reader.read(file, own, Job.class).value();
        if (!(job instanceof TrainingJob training)) {
            throw new UserError(
                    ExitCode.USAGE,
                    "a job of this type is run with its experiment",
                    file.toString(),
                    "Give the experiment.yaml beside the run's directory.");
        }
        MultiSeedTraining single = new MultiSeedTraining(training, List.of(training.seed()));
        return new Launched(training.name(), reader.resolve(single, experimentClass()));
    }

    private Launched named(ConfigurationReader reader, String name) {
        return new Launched(name, reader.parse(name, "experiment " + name, overrides, experimentClass()));
    }

    @SuppressWarnings("unchecked")
    private static Class<Experiment<?>> experimentClass() {
        return (Class<Experiment<?>>) (Class<?>) Experiment.class;
    }
}
