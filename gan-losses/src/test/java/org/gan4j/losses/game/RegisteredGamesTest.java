package org.gan4j.losses.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.inject.Guice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.gan4j.core.binding.CoreModule;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.Turn;
import org.gan4j.core.io.FileStore;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.Trainer;
import org.gan4j.core.training.TrainingOutcome;
import org.gan4j.core.training.TrainingPlan;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.checkpoint.CheckpointEnvironment;
import org.gan4j.core.training.checkpoint.CheckpointFiles;
import org.gan4j.core.training.checkpoint.Checkpoints;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.gan4j.losses.binding.LossesModule;
import org.gan4j.losses.game.ExpectedGames.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every registered game; a game without a row in {@link ExpectedGames} fails. */
class RegisteredGamesTest {
    private static final RandomStream PLAY = RandomStream.of(6);

    @TempDir
    private Path directory;

    static List<Row> rows() {
        return ExpectedGames.rows();
    }

    @Test
    void everyRegisteredGameHasARow() {
        StrategyRegistry registry =
                Guice.createInjector(new CoreModule(), new LossesModule()).getInstance(StrategyRegistry.class);
        TreeSet<String> named = new TreeSet<>();
        rows().forEach(row -> named.add(row.name()));
        assertThat(named).containsExactlyElementsOf(new TreeSet<>(registry.names(Game.class)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void lossesAndReportAreAsExpected(Row row) {
        GameLosses result = PlaneWorld.opened(row.game())
                .losses(state(row), Draw.of(PlaneWorld.REAL, PLAY), row.game().players());
        assertThat(result.losses()).containsOnlyKeys(row.game().players());
        row.losses()
                .forEach((player, expected) -> assertThat(result.loss(player).item())
                        .as("loss of %s", player)
                        .isCloseTo(expected, within(1e-13)));
        row.reported().forEach((name, expected) -> {
            assertThat(result.report()).containsKey(name);
            Supplier<Tensor> number = Objects.requireNonNull(result.report().get(name));
            assertThat(number.get().item()).as(name).isCloseTo(expected, within(1e-13));
        });
        result.report()
                .forEach((name, value) -> assertThat(
                                row.reported().containsKey(name) || name.matches(".*/(mean|deviation)"))
                        .as("report has %s", name)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void derivativesOfOrdersOneAndTwoAreRight(Row row) {
        for (String loss : row.game().players()) {
            for (String player : row.game().players()) {
                GameState state = state(row);
                Parameters parameters = state.player(player).parameters();
                GradientCheck.check(
                        2,
                        values -> {
                            GameState moved = state.withPlayer(
                                    player, p -> p.withParameters(p.parameters().withValues(values)));
                            return PlaneWorld.opened(row.game())
                                    .losses(moved, Draw.of(PlaneWorld.REAL, PLAY), List.of(loss))
                                    .loss(loss);
                        },
                        parameters.list().toArray(new Tensor[0]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void frozenPlayersGetNoGradient(Row row) {
        List<String> players = row.game().players();
        for (String player : players) {
            GameState tracked = state(row).tracking(List.of(player));
            GameLosses result = PlaneWorld.opened(row.game()).losses(tracked, Draw.of(PlaneWorld.REAL, PLAY), players);
            List<Tensor> gradients = Gradients.of(
                    result.loss(player), tracked.player(player).parameters().list());
            assertThat(gradients).isNotEmpty().allMatch(g -> g.squaredNorm().item() > 0);
            for (String other : players) {
                if (!other.equals(player)) {
                    List<Tensor> frozen = tracked.player(other).parameters().list();
                    assertThatThrownBy(() -> Gradients.of(result.loss(player), frozen))
                            .hasMessageContaining("is not tracked");
                }
            }
            result.updates()
                    .forEach((name, value) ->
                            assertThat(value.isTracked()).as(name).isFalse());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void askingForOneLossGivesTheSameLossAndAPlayChangesNothing(Row row) {
        GameState state = state(row);
        String before = numbers(state);
        GameLosses all = PlaneWorld.opened(row.game())
                .losses(state, Draw.of(PlaneWorld.REAL, PLAY), row.game().players());
        for (String player : row.game().players()) {
            GameLosses alone =
                    PlaneWorld.opened(row.game()).losses(state, Draw.of(PlaneWorld.REAL, PLAY), List.of(player));
            assertThat(alone.losses()).containsOnlyKeys(player);
            assertThat(alone.loss(player).item()).isEqualTo(all.loss(player).item());
        }
        assertThat(numbers(state)).isEqualTo(before);
        assertThatThrownBy(() ->
                        PlaneWorld.opened(row.game()).losses(state, Draw.of(PlaneWorld.REAL, PLAY), List.of("critic")))
                .hasMessageStartingWith("no player 'critic'; players are ");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theOrderOfTheDataDoesNotMatter(Row row) {
        Samples turned = new Samples(
                PlaneWorld.REAL.values().gather(2, 0, 3, 1),
                PlaneWorld.REAL.labels().map(labels -> labels.gather(2, 0, 3, 1)));
        GameLosses result = PlaneWorld.opened(row.game())
                .losses(state(row), Draw.of(turned, PLAY), row.game().players());
        row.losses()
                .forEach((player, expected) ->
                        assertThat(result.loss(player).item()).isCloseTo(expected, within(1e-12)));
    }

    /** 7 steps, a checkpoint, and 8 more in a fresh process' memory give the file of 15 steps. */
    @ParameterizedTest
    @MethodSource("rows")
    void goingOnFromACheckpointEqualsNeverHavingStopped(Row row) throws IOException {
        for (TrainingScheme scheme : List.of(new Simultaneous(), turns(row))) {
            Trainer trainer =
                    Trainer.of(row.game().open(PlaneWorld.SPEC, DType.FLOAT32), scheme, Adam.of(0.02, 0.5, 0.999));
            byte[] whole = Files.readAllBytes(
                    checkpoints().save(trained(trainer, start(trainer), 15), CheckpointFiles.none()));
            Path half = checkpoints().save(trained(trainer, start(trainer), 7), CheckpointFiles.none());
            GameState loaded = checkpoints().load(half, start(trainer)).state();
            assertThat(Files.readAllBytes(checkpoints().save(trained(trainer, loaded, 15), CheckpointFiles.none())))
                    .isEqualTo(whole);
        }
    }

    private static Alternating turns(Row row) {
        List<Turn> turns = new ArrayList<>();
        row.game().players().forEach(player -> turns.add(new Turn(player, turns.isEmpty() ? 2 : 1)));
        return new Alternating(turns);
    }

    private static GameState start(Trainer trainer) {
        return trainer.start(RandomStream.of(4));
    }

    private static GameState trained(Trainer trainer, GameState state, long until) {
        RandomStream random = RandomStream.of(4);
        TrainingOutcome outcome = trainer.train(
                state, new PlaneWorld.SpaceBatches(random.split("data")), random, TrainingPlan.steps(until));
        assertThat(outcome).isInstanceOf(TrainingOutcome.Completed.class);
        return outcome.state();
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                new FileStore(), directory.resolve("checkpoints"), new CheckpointEnvironment("c0ffee", 2, "plain"), 2);
    }

    private static GameState state(Row row) {
        return PlaneWorld.state(row.game(), row.variables());
    }

    private static String numbers(GameState state) {
        StringBuilder text = new StringBuilder();
        state.tensors().forEach((name, tensor) -> text.append(name).append(Arrays.toString(tensor.toDoubles())));
        return text.toString();
    }
}
