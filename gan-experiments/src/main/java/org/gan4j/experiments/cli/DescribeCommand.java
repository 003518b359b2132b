package org.gan4j.experiments.cli;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationException;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Describes one strategy: what it is, its formula and paper, its settings and their defaults. */
@Command(
        name = "describe",
        description = "Describe what a name stands for: formula, paper, settings, defaults.",
        footer = {"", "Example: gan describe loss non-saturating"})
final class DescribeCommand implements Callable<Integer> {
    @ParentCommand
    @Nullable
    GanCommand gan;

    @Mixin
    Output output = new Output();

    @Parameters(index = "0", paramLabel = "FAMILY", description = "such as loss, generator, optimizer, experiment")
    String family = "";

    @Parameters(index = "1", paramLabel = "NAME", description = "see gan list FAMILY")
    String name = "";

    /** A setting of a strategy. */
    record Setting(String name, String type, String about, boolean required) {}

    /** What is known of a strategy. */
    record Description(
            String family,
            String name,
            String about,
            String formula,
            String paper,
            String record,
            List<Setting> settings,
            Optional<String> yaml) {}

    @Override
    public Integer call() {
        Framework framework = Objects.requireNonNull(gan).framework();
        StrategyRegistry registry = framework.registry();
        Class<?> type = new Families(registry).find(family);
        StrategyBinding binding = registry.find(type, name)
                .orElseThrow(() -> Unknown.name(family, name, registry.names(type), "gan list " + family));
        Description description = describe(framework, type, binding);
        output.print(description, () -> text(description));
        return 0;
    }

    private Description describe(Framework framework, Class<?> type, StrategyBinding binding) {
        Optional<String> yaml = defaults(framework, type);
        List<Setting> settings = new ArrayList<>();
        addSettings(settings, "", binding.type(), yaml.isPresent(), new SettingType(framework.registry()));
        return new Description(
                new Families(framework.registry()).nameOf(type),
                name,
                binding.summary(),
                binding.formula(),
                binding.paper(),
                binding.type().getName(),
                settings,
                yaml);
    }

    /** Adds the components of a record, and after one that is a plain record itself those of that one. */
    private static void addSettings(
            List<Setting> settings, String prefix, Class<?> type, boolean allHaveDefaults, SettingType types) {
        for (RecordComponent component : type.getRecordComponents()) {
            boolean optional = allHaveDefaults
                    || component.isAnnotationPresent(Default.class)
                    || component.getType() == Optional.class;
            String name = prefix + component.getName();
            settings.add(
                    new Setting(name, types.of(component.getGenericType()), SettingMeaning.of(component), !optional));
            types.plainRecord(component.getGenericType())
                    .ifPresent(inner -> addSettings(settings, name + ".", inner, optional, types));
        }
    }

    /** Returns the strategy with its defaults as YAML, if nothing in it must be given. */
    private Optional<String> defaults(Framework framework, Class<?> type) {
        try {
            Configuration<?> configuration = framework.reader().parse(name, name, List.of(), type);
            return Optional.of(configuration.yaml());
        } catch (ConfigurationException incomplete) {
            return Optional.empty();
        }
    }

    private static String text(Description description) {
        StringBuilder text = new StringBuilder();
        text.append(Families.singular(description.family()))
                .append(' ')
                .append(description.name())
                .append("\n\n");
        line(text, "", description.about());
        line(text, "formula: ", description.formula());
        line(text, "paper:   ", description.paper());
        line(text, "record:  ", description.record());
        if (!description.settings().isEmpty()) {
            text.append("\nsettings:\n");
            text.append(Columns.of(description.settings().stream()
                    .map(s -> List.of("  " + s.name(), s.type() + (s.required() ? ", required" : ""), s.about()))
                    .toList()));
        }
        description
                .yaml()
                .ifPresent(
                        yaml -> text.append("\nas YAML, with the defaults:\n").append(yaml.indent(2)));
        return text.toString();
    }

    private static void line(StringBuilder text, String heading, String content) {
        if (!content.isEmpty()) {
            text.append(heading).append(content).append('\n');
        }
    }
}
