package org.gan4j.experiments.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Penalty;
import org.gan4j.experiments.card.ShortPaper;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Families;
import org.gan4j.experiments.cli.text.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the strategies of a family, or the families. */
@Command(
        name = "list",
        description = "List what can be named in a configuration; or, as \"list runs\", the runs on disk.",
        subcommands = ListRunsCommand.class)
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

    /** One name of a family; losses and penalties also have a kind and a paper. */
    record Entry(String name, Optional<String> kind, String about, Optional<String> paper) {
        List<String> cells() {
            return kind.isEmpty()
                    ? List.of(name, about)
                    : List.of(name, kind.get(), about, ShortPaper.of(paper.orElse("")));
        }
    }

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
            entries.add(entry(type, registry.find(type, name).orElseThrow()));
        }
        output.print(
                entries, () -> Columns.of(entries.stream().map(Entry::cells).toList()));
        return 0;
    }

    private Entry entry(Class<?> type, StrategyBinding binding) {
        Framework framework = Objects.requireNonNull(gan).framework();
        if (AdversarialLoss.class.isAssignableFrom(type)) {
            String kind = new Cards(framework).familyOfLoss(binding);
            return new Entry(binding.name(), Optional.of(kind), binding.summary(), Optional.of(binding.paper()));
        }
        if (Penalty.class.isAssignableFrom(type)) {
            String kind = new Cards(framework).familyOfPenalty(binding);
            return new Entry(binding.name(), Optional.of(kind), binding.summary(), Optional.of(binding.paper()));
        }
        return new Entry(binding.name(), Optional.empty(), binding.summary(), Optional.empty());
    }
}
