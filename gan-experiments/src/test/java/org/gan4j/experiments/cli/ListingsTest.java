package org.gan4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Penalty;
import org.gan4j.experiments.cli.text.Families;
import org.gan4j.experiments.cli.text.SettingMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name says what it stands for, and saying so loads nothing native. */
class ListingsTest {
    @TempDir
    private Path directory;

    @Test
    void everyNameHasASentence() {
        StrategyRegistry registry = Framework.of(List.of(), List.of()).registry();
        List<StrategyBinding> all = everything(registry);
        assertThat(all.size()).isGreaterThan(80);
        for (StrategyBinding binding : all) {
            assertThat(binding.summary())
                    .as("@About on " + binding.type().getName())
                    .matches("[A-Z].*[^.]\\.");
        }
    }

    /** What users call families does not follow the names of interfaces; sub-families are among them. */
    @Test
    void familiesAreCalledAsTheyWere() {
        assertThat(output("list").lines().map(line -> line.substring(0, line.indexOf(" "))))
                .containsExactly(
                        "activations",
                        "augmentations",
                        "autoencoders",
                        "averages",
                        "datasets",
                        "discriminators",
                        "distributions",
                        "evaluators",
                        "experiments",
                        "f-divergences",
                        "games",
                        "generators",
                        "initializers",
                        "jobs",
                        "labels",
                        "latents",
                        "layers",
                        "lengths",
                        "losses",
                        "measures",
                        "optimizers",
                        "penalties",
                        "pointwise-losses",
                        "rules",
                        "schedules",
                        "schemes",
                        "transforms");
    }

    @Test
    void everySettingHasAMeaning() {
        StrategyRegistry registry = Framework.of(List.of(), List.of()).registry();
        int settings = 0;
        for (StrategyBinding binding : everything(registry)) {
            for (RecordComponent component : binding.type().getRecordComponents()) {
                assertThat(SettingMeaning.of(component))
                        .as("@param " + component.getName() + " of " + binding.type())
                        .isNotBlank()
                        .doesNotContain("{@", "\n");
                settings++;
            }
        }
        assertThat(settings).isGreaterThan(100);
    }

    @Test
    void whatARunNeedsIsSaid() {
        assertThat(output("describe", "experiment", "training").lines().map(line -> line.replaceAll(" {2,}", "  ")))
                .contains(
                        "  run.data  dataset  the data set; none for a game that needs none",
                        "  run.game  game, required  players, networks and losses",
                        "  run.optimizers  optimizers by name, required  one per player, by the player's name (d, g)",
                        "  run.seed  whole number  of all randomness");
    }

    @Test
    void helpListsAndDescriptionsLoadNoNativeLibrary() throws IOException, InterruptedException {
        Path loaded = directory.resolve("loaded.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + loaded.getFileName(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EverythingListed.class.getName())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output.txt").toFile())
                .start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("output.txt")))
                .isZero();
        List<String> classes = Files.readAllLines(loaded);
        assertThat(classes).anyMatch(line -> line.contains(" " + DescribeCommand.class.getName() + " "));
        assertThat(classes).anyMatch(line -> line.contains(" org.gan4j.core.optim.Adam "));
        assertThat(classes).noneMatch(line -> line.contains(" org.nd4j.") || line.contains(" org.bytedeco."));
    }

    /**
     * A program that asks for help, lists all families and describes all names but those of losses and penalties, whose
     * cards are computed; its exit code is the sum of theirs.
     */
    static final class EverythingListed {
        private EverythingListed() {}

        public static void main(String[] arguments) {
            List<String[]> commands = new ArrayList<>();
            commands.add(new String[] {"--help"});
            commands.add(new String[] {"list"});
            StrategyRegistry registry = Framework.of(List.of(), List.of()).registry();
            Families families = new Families(registry);
            for (String family : families.names()) {
                commands.add(new String[] {"list", family});
                for (String name : registry.names(families.find(family))) {
                    if (!hasCards(families.find(family))) {
                        commands.add(new String[] {"describe", family, name});
                    }
                }
            }
            int codes = commands.size() > 80 ? 0 : 1;
            for (String[] command : commands) {
                codes += Main.run(List.of(), command);
            }
            System.exit(codes);
        }
    }

    /** Tells whether descriptions of a family contain numbers that are computed with tensors. */
    private static boolean hasCards(Class<?> family) {
        return AdversarialLoss.class.isAssignableFrom(family) || family == Penalty.class;
    }

    private static List<StrategyBinding> everything(StrategyRegistry registry) {
        List<StrategyBinding> all = new ArrayList<>();
        for (Class<?> family : registry.families().values()) {
            registry.names(family)
                    .forEach(name -> all.add(registry.find(family, name).orElseThrow()));
        }
        return all;
    }

    private static String output(String... command) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(List.of(), new PrintWriter(out), new PrintWriter(err), command);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }
}
