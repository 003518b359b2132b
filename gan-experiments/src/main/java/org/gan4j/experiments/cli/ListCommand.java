package org.gan4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.gan4j.core.config.StrategyRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the strategies of a family, or the families. */
@Command(name = "list", description = "List what can be named in a configuration.")
final class ListCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Parameters(
            arity = "0..1",
            paramLabel = "FAMILY",
            description = "losses, generators, discriminators, optimizers, datasets, evaluators, experiments, ...")
    @Nullable
    String family;

    /** One name of a family. */
    record Entry(String name, String about) {}

    /** One family and the names in it. */
    record Family(String name, List<String> strategies) {}

    @Override
    public Integer call() {
        StrategyRegistry registry = Objects.requireNonNull(gan).framework().registry();
        Families families = new Families(registry);
        if (family == null) {
            List<Family> all = new ArrayList<>();
            for (String name : families.names()) {
                all.add(new Family(name, registry.names(families.find(name))));
            }
            output.print(
                    all,
                    () -> Columns.of(all.stream()
                            .map(f -> List.of(f.name(), String.join(", ", f.strategies())))
                            .toList()));
            return 0;
        }
        Class<?> type = families.find(family);
        List<Entry> entries = new ArrayList<>();
        for (String name : registry.names(type)) {
            entries.add(new Entry(name, registry.summary(type, name)));
        }
        output.print(
                entries,
                () -> Columns.of(
                        entries.stream().map(e -> List.of(e.name(), e.about())).toList()));
        return 0;
    }
}
