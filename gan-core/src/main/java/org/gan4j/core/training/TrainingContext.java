package org.gan4j.core.training;

import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.game.Game;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.random.RandomStream;

/**
 * Context of a training: everything a step needs besides the state, the same at every step.
 *
 * @param game whose players learn
 * @param optimizers one per player, by the player's name
 * @param batches the data, numbered from 0
 * @param random the stream of the training; every draw is a split of it by step, player and purpose
 */
public record TrainingContext(
        Game game, SortedMap<String, Optimizer> optimizers, BatchSource batches, RandomStream random) {
    public TrainingContext {
        Objects.requireNonNull(game, "game is null");
        Objects.requireNonNull(batches, "batches is null");
        Objects.requireNonNull(random, "random is null");
        requireOptimizers(game, optimizers);
    }

    static void requireOptimizers(Game game, SortedMap<String, Optimizer> optimizers) {
        if (!optimizers.keySet().equals(new TreeSet<>(game.players()))) {
            throw new IllegalArgumentException("each player needs one optimizer: players are "
                    + new TreeSet<>(game.players()) + ", optimizers are given for " + optimizers.keySet());
        }
    }

    /** Returns the optimizer of a player. */
    public Optimizer optimizer(String player) {
        return Objects.requireNonNull(optimizers.get(player), () -> "no optimizer for player " + player);
    }

    /** Returns the same training for taking steps once more on purpose. */
    TrainingContext replay() {
        return new TrainingContext(game, optimizers, batches, random.replay());
    }
}
