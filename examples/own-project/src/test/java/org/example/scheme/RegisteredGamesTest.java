package org.example.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.memory.DType;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.experiments.cli.Framework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered game under every scheme of this project, both as a configuration names them. */
class RegisteredGamesTest {
    private static final Framework FRAMEWORK = Framework.of(List.of(), List.of());
    private static final int BATCH = 6;

    /** A run, as far as this test looks. */
    public record Run(DataSource data, Game game, TrainingScheme scheme) {}

    private static final List<String> SCHEMES = List.of(
            "extragradient",
            "{type: extragradient, second: fresh}",
            "optimistic",
            "consensus",
            "{type: consensus, gamma: 0.1}");

    private static final String RING = "ring";
    private static final String DIGITS = "{type: stroke-digits, train: 60, validation: 20, test: 20}";
    private static final String GENERATOR = "{type: mlp, hidden: [8], hiddenKeep: 0.8}";
    private static final String AUTOENCODER = "{type: autoencoder, encoder: [8], code: 2, decoder: [8]}";

    /** One game, with the buffers and game variables that it moves with every update. */
    private record Row(String data, String game, String type, String moving) {
        static Row of(String data, String type, String moving, String... settings) {
            return new Row(data, "{type: " + type + ", " + String.join(", ", settings) + "}", type, moving);
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.of(
                    RING,
                    "adversarial",
                    "",
                    "generator: " + GENERATOR,
                    "discriminator: {type: mlp, hidden: [8], inputKeep: 0.9}",
                    "loss: non-saturating",
                    "penalties: {r1: r1}"),
            Row.of(
                    RING,
                    "adversarial",
                    "buffers/d/spectral-norm.",
                    "generator: " + GENERATOR,
                    "discriminator: {type: spectral-norm, discriminator: {type: mlp, hidden: [8]}}",
                    "loss: hinge"),
            Row.of(
                    DIGITS,
                    "adversarial",
                    "buffers/g/",
                    "generator: {type: dcgan-28, dense: [8], channels: [4, 4]}",
                    "discriminator: {type: dcgan-28, channels: [4, 4], dense: [8]}",
                    "loss: non-saturating"),
            Row.of(
                    DIGITS,
                    "auxiliary-classifier",
                    "",
                    "generator: {type: mlp, hidden: [8], output: sigmoid, labels: input}",
                    "discriminator: {type: mlp, hidden: [8]}",
                    "loss: non-saturating"),
            Row.of(
                    RING,
                    "info-gan",
                    "",
                    "generator: " + GENERATOR,
                    "discriminator: {type: mlp, hidden: [8]}",
                    "posterior: [{type: linear, units: 8}, tanh]"),
            Row.of(RING, "energy-based", "", "generator: " + GENERATOR, "discriminator: " + AUTOENCODER, "margin: 1"),
            Row.of(
                    RING,
                    "boundary-equilibrium",
                    "extra/balance",
                    "generator: " + GENERATOR,
                    "discriminator: " + AUTOENCODER,
                    "lambda: 0.01"),
            Row.of(RING, "moment-matching", "", "generator: " + GENERATOR, "sigmas: [1]"));

    @TempDir
    private Path directory;

    @Test
    void everyRegisteredGameHasARowAndEverySchemeOfThisProjectAName() {
        StrategyRegistry registry = FRAMEWORK.registry();
        TreeSet<String> games = new TreeSet<>();
        ROWS.forEach(row -> games.add(row.type()));
        assertThat(games).containsExactlyElementsOf(new TreeSet<>(registry.names(Game.class)));
        assertThat(registry.names(TrainingScheme.class)).contains("extragradient", "optimistic", "consensus");
    }

    static Stream<Arguments> plays() {
        return ROWS.stream().flatMap(row -> SCHEMES.stream().map(scheme -> Arguments.of(scheme, row)));
    }

    /** A step, a checkpoint, and another step in fresh memory give the file of two steps in a row. */
    @ParameterizedTest
    @MethodSource("plays")
    void twoStepsEqualOneStepACheckpointAndAnother(String scheme, Row row) throws IOException {
        Run run = read(scheme, row);
        Dataset data = run.data().open(new DataDirectory(directory));
        Trainer trainer = Trainer.of(run.game().open(data), run.scheme(), Adam.of(0.02, 0.5, 0.999));
        byte[] whole = Files.readAllBytes(saved(trained(trainer, data, start(trainer), 2)));
        Path half = saved(trained(trainer, data, start(trainer), 1));
        assertThat(Files.readAllBytes(half)).isNotEqualTo(whole);
        GameState loaded = checkpoints().load(half, start(trainer)).state();
        assertThat(Files.readAllBytes(saved(trained(trainer, data, loaded, 2)))).isEqualTo(whole);
    }

    static Stream<Arguments> moving() {
        return plays().filter(play -> !((Row) play.get()[1]).moving().isEmpty());
    }

    /** With steps of length 0, what two updates leave is what two proposals at the start give, each committed once. */
    @ParameterizedTest
    @MethodSource("moving")
    void statisticsVectorsAndBalanceMoveOncePerStep(String scheme, Row row) {
        Run run = read(scheme, row);
        Dataset data = run.data().open(new DataDirectory(directory));
        PlayableGame game = run.game().open(data);
        Trainer trainer = Trainer.of(game, run.scheme(), Sgd.of(0));
        GameState expected = start(trainer);
        if (expected.extra().contains("balance")) { // away from its bounds
            expected.commit(new TreeMap<>(Map.of("extra/balance", Tensor.scalar(DType.FLOAT64, 0.5))));
        }
        GameState state = expected.copy();
        TrainingContext context =
                new TrainingContext(game, trainer.optimizers(), batches(data), RandomStream.audited(5));
        List<String> seen = new ArrayList<>(List.of(numbers(expected, row)));
        for (int step = 0; step < 2; step++) {
            state = run.scheme().step(context, state, MetricsCollector.ignored());
            long number = scheme.contains("fresh") ? 2 * step + 1 : step;
            List<String> players = game.players();
            expected.commit(game.losses(expected, context.replay().draw(players, number), players)
                    .updates());
            assertThat(numbers(state, row)).isEqualTo(numbers(expected, row));
            seen.add(numbers(expected, row));
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    private static String numbers(GameState state, Row row) {
        StringBuilder text = new StringBuilder();
        state.tensors().forEach((name, tensor) -> {
            if (name.startsWith("buffers/") || name.startsWith("extra/")) {
                text.append(name).append(Arrays.toString(tensor.toDoubles()));
            }
        });
        assertThat(text).contains(row.moving());
        return text.toString();
    }

    private static Run read(String scheme, Row row) {
        ConfigurationReader reader = FRAMEWORK.reader();
        String text = "{data: " + row.data() + ", game: " + row.game() + ", scheme: " + scheme + "}";
        return reader.parse(text, "row", List.of(), Run.class).value();
    }

    private static GameState start(Trainer trainer) {
        return trainer.start(RandomStream.audited(4));
    }

    private static BatchSource batches(Dataset data) {
        return data.batches(BATCH, RandomStream.of(4).split("data").replay());
    }

    private static GameState trained(Trainer trainer, Dataset data, GameState state, long until) {
        TrainingOutcome outcome =
                trainer.train(state, batches(data), RandomStream.audited(4), TrainingPlan.steps(until));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        return outcome.state();
    }

    private Path saved(GameState state) {
        return checkpoints().save(state, CheckpointFiles.none());
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                new FileStore(), directory.resolve("checkpoints"), new CheckpointEnvironment("c0ffee", 2, "plain"), 2);
    }
}
