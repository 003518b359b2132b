package org.gan4j.experiments.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.cli.text.Unknown;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.run.ExperimentReport;
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
        ConfigurationReader reader = command.framework().reader();
        if (experiment.endsWith(".yaml") || experiment.endsWith(".yml") || experiment.endsWith(".json")) {
            Path file = Path.of(experiment);
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
            return new Launched(name, reader.read(file, overrides, experimentClass()));
        }
        StrategyRegistry registry = command.framework().registry();
        if (registry.find(Experiment.class, experiment).isEmpty()) {
            throw Unknown.name("experiment", experiment, registry.names(Experiment.class), "gan list experiments");
        }
        return named(reader, experiment);
    }

    private Launched named(ConfigurationReader reader, String name) {
        return new Launched(name, reader.parse(name, "experiment " + name, overrides, experimentClass()));
    }

    @SuppressWarnings("unchecked")
    private static Class<Experiment<?>> experimentClass() {
        return (Class<Experiment<?>>) (Class<?>) Experiment.class;
    }
}
