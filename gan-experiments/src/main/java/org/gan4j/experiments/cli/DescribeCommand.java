package org.gan4j.experiments.cli;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.io.UserError;
import org.gan4j.experiments.cli.text.Columns;
import org.gan4j.experiments.cli.text.Families;
import org.gan4j.experiments.cli.text.Output;
import org.gan4j.experiments.cli.text.SettingMeaning;
import org.gan4j.experiments.cli.text.SettingType;
import org.gan4j.experiments.cli.text.Unknown;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Describes one strategy: what it is, its formula and paper, its settings and their defaults. */
@Command(
        name = "describe",
        description = "Describe what a name stands for: formula, paper, settings, defaults.",
        footer = {
            "",
            "Example: gan describe loss non-saturating",
            "Example: gan describe loss energy-margin margin=2 --plot pictures"
        })
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

    @Parameters(index = "2..*", paramLabel = "KEY=VALUE", description = "settings other than the defaults")
    List<String> overrides = new ArrayList<>();

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "write the curves of a loss or a penalty as a picture: a .png file, or a directory")
    @Nullable
    Path plot;

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
            Optional<String> yaml,
            Optional<Record> card,
            Optional<String> run) {}

    @Override
    public Integer call() {
        Framework framework = Objects.requireNonNull(gan).framework();
        StrategyRegistry registry = framework.registry();
        Class<?> type = new Families(registry).find(family);
        StrategyBinding binding = registry.find(type, name)
                .orElseThrow(() -> Unknown.name(family, name, registry.names(type), "gan list " + family));
        Optional<Configuration<?>> configuration = configuration(framework, type);
        Optional<Cards.Card> card =
                configuration.flatMap(resolved -> new Cards(framework).of(resolved.value(), binding, yamlOf(resolved)));
        Description description = describe(registry, type, binding, configuration, card);
        writePicture(configuration);
        output.print(description, () -> text(type, description, card));
        return 0;
    }

    private Description describe(
            StrategyRegistry registry,
            Class<?> type,
            StrategyBinding binding,
            Optional<Configuration<?>> configuration,
            Optional<Cards.Card> card) {
        List<Setting> settings = new ArrayList<>();
        addSettings(settings, "", binding.type(), configuration.isPresent(), new SettingType(registry));
        return new Description(
                StrategyRegistry.plural(type),
                name,
                binding.summary(),
                binding.formula(),
                binding.paper(),
                binding.type().getName(),
                settings,
                configuration.map(Configuration::yaml),
                card.map(Cards.Card::content),
                card.flatMap(Cards.Card::run));
    }

    /** Returns how a configuration names the strategy: its name, or all settings if some were given. */
    private String yamlOf(Configuration<?> configuration) {
        return overrides.isEmpty() ? name : configuration.yaml();
    }

    private void writePicture(Optional<Configuration<?>> configuration) {
        if (plot == null) {
            return;
        }
        if (configuration.isEmpty()) {
            throw new UserError(
                    ExitCode.USAGE,
                    "the curves depend on settings that must be given",
                    family + " " + name,
                    "Add them as KEY=VALUE; gan describe " + family + " " + name + " lists them.");
        }
        byte[] png = Cards.picture(configuration.get().value(), name)
                .orElseThrow(() -> new UserError(
                        ExitCode.USAGE,
                        "only losses and penalties have curves",
                        "--plot " + plot,
                        "Leave it out, or describe a loss."));
        FileStore files = new FileStore();
        Path file = plot;
        if (!plot.toString().endsWith(".png")) {
            files.createDirectories(plot);
            file = plot.resolve(name + ".png");
        }
        files.writeBytes(file, png);
        output.note("wrote " + file);
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

    /**
     * Returns the strategy with its defaults and the settings given; empty if nothing was given, but something must be.
     */
    private Optional<Configuration<?>> configuration(Framework framework, Class<?> type) {
        try {
            return Optional.of(framework.reader().parse(name, name, overrides, type));
        } catch (ConfigurationException incomplete) {
            if (!overrides.isEmpty()) {
                throw incomplete;
            }
            return Optional.empty();
        }
    }

    private String text(Class<?> type, Description description, Optional<Cards.Card> card) {
        StringBuilder text = new StringBuilder();
        text.append(StrategyRegistry.singular(type))
                .append(' ')
                .append(description.name())
                .append("\n\n");
        line(text, "", description.about());
        line(text, "formula: ", description.formula());
        line(text, "paper:   ", description.paper());
        line(text, "record:  ", description.record());
        card.ifPresent(shown -> text.append(shown.text()));
        if (!description.settings().isEmpty()) {
            text.append("\nsettings:\n");
            text.append(Columns.of(description.settings().stream()
                    .map(s -> List.of("  " + s.name(), s.type() + (s.required() ? ", required" : ""), s.about()))
                    .toList()));
        }
        description
                .yaml()
                .ifPresent(yaml -> text.append(overrides.isEmpty() ? "\nas YAML, with the defaults:\n" : "\nas YAML:\n")
                        .append(yaml.indent(2)));
        description
                .run()
                .ifPresent(yaml ->
                        text.append("\na small run, for gan run FILE.yaml:\n").append(yaml.indent(2)));
        return text.toString();
    }

    private static void line(StringBuilder text, String heading, String content) {
        if (!content.isEmpty()) {
            text.append(heading).append(content).append('\n');
        }
    }
}
