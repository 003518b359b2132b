package org.gan4j.core.training;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.ParameterAverage;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;

/**
 * Trainer: repeats the steps of a scheme and tells listeners what happens.
 *
 * <p>A value that is not finite ends the training as {@link TrainingOutcome.Diverged} with the last good state. Losses
 * are looked at before the update of every step; a copy of the state is kept every {@value #COPY_INTERVAL} steps, and
 * since a step is determined by its number and the state before it, the last good state is reached from that copy by
 * taking the steps again.
 *
 * @param game whose players learn, opened on the data
 * @param scheme who learns when
 * @param optimizers one per player, by the player's name
 * @param averages which averages of parameters to keep, by the player's name; may be empty
 */
public record Trainer(
        PlayableGame game,
        TrainingScheme scheme,
        SortedMap<String, Optimizer> optimizers,
        SortedMap<String, ParameterAverage> averages) {
    static final int COPY_INTERVAL = 1000;

    public Trainer {
        Objects.requireNonNull(game, "game is null");
        Objects.requireNonNull(scheme, "scheme is null");
        optimizers = Collections.unmodifiableSortedMap(new TreeMap<>(optimizers));
        averages = Collections.unmodifiableSortedMap(new TreeMap<>(averages));
        TrainingContext.requireOptimizers(game, optimizers);
        for (String name : averages.keySet()) {
            if (!game.players().contains(name)) {
                throw new IllegalArgumentException(
                        "an average is asked for '" + name + "', but the players are " + game.players());
            }
        }
    }

    /** Returns a trainer that keeps no averages. */
    public static Trainer of(PlayableGame game, TrainingScheme scheme, Map<String, Optimizer> optimizers) {
        return new Trainer(game, scheme, new TreeMap<>(optimizers), new TreeMap<>());
    }

    /** Returns a trainer that keeps no averages and updates every player with the same optimizer. */
    public static Trainer of(PlayableGame game, TrainingScheme scheme, Optimizer optimizer) {
        SortedMap<String, Optimizer> optimizers = new TreeMap<>();
        game.players().forEach(player -> optimizers.put(player, optimizer));
        return new Trainer(game, scheme, optimizers, new TreeMap<>());
    }

    /**
     * Returns the state before the first step.
     *
     * @param random the stream of the run; initial weights depend on it, the player and the layer path only
     */
    public GameState start(RandomStream random) {
        return start(random, fresh -> fresh);
    }

    /**
     * Returns a state before the first step whose weights are given, wholly or in part: optimizers begin anew, averages begin
     * at the weights given, and no step is counted.
     *
     * @param random the stream of the run, for all weights that are not given
     * @param weights gives the game's first state other parameters and buffers of the same names and shapes
     */
    public GameState start(RandomStream random, UnaryOperator<GameState> weights) {
        GameState state = weights.apply(game.start(random));
        for (String name : game.players()) {
            state = state.withPlayer(name, player -> started(name, player));
        }
        return state.withScheme(scheme.init(state));
    }

    private PlayerState started(String name, PlayerState player) {
        Optimizer optimizer = Objects.requireNonNull(optimizers.get(name), () -> "no optimizer for player " + name);
        PlayerState started = player.withOptimizer(optimizer.init(player.parameters()));
        ParameterAverage average = averages.get(name);
        return average == null ? started : started.withAverage(average.init(player.parameters()));
    }

    /**
     * Trains until the plan is fulfilled or ended early, a stop is asked for, or a value is not finite.
     *
     * @param state from {@link #start} or a checkpoint; consumed
     * @param batches the data
     * @param random the stream of the run
     * @param plan how long, and who looks on
     */
    public TrainingOutcome train(GameState state, BatchSource batches, RandomStream random, TrainingPlan plan) {
        TrainingContext context = new TrainingContext(game, optimizers, batches, random.split("train"));
        return new TrainingLoop(this, context, plan).from(state);
    }

    /**
     * Trains from the start on a data set, whose batches come from the stream {@code data} of the run.
     *
     * @param data to be imitated
     * @param batchSize rows per batch
     * @param random the stream of the run
     * @param plan how long, and who looks on
     */
    public TrainingOutcome train(Dataset data, int batchSize, RandomStream random, TrainingPlan plan) {
        return train(start(random), data.batches(batchSize, random.split("data")), random, plan);
    }

    /** Takes one step and brings the averages up to date. */
    GameState advance(TrainingContext context, GameState state, MetricsCollector metrics) {
        GameState next = scheme.step(context, state, metrics);
        try (Scope scope = Scope.open()) {
            averages.forEach((name, average) -> follow(average, next.player(name), state.step()));
        }
        return next;
    }

    private static void follow(ParameterAverage average, PlayerState player, long step) {
        player.average().ifPresent(values -> average.nextInPlace(values, player.parameters(), step));
    }
}
