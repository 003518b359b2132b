package org.gan4j.core.training;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.PlayableGame;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.random.RandomStream;

/**
 * Context of a training: everything a step needs besides the state, the same at every step. The naming of batches and
 * streams stands here, so that every scheme draws alike.
 *
 * @param game whose players learn
 * @param optimizers one per player, by the player's name
 * @param batches the data, numbered from 0
 * @param random the stream of the training; every draw is a split of it by players, number and purpose
 */
public record TrainingContext(
        PlayableGame game, SortedMap<String, Optimizer> optimizers, BatchSource batches, RandomStream random) {
    public TrainingContext {
        Objects.requireNonNull(game, "game is null");
        Objects.requireNonNull(batches, "batches is null");
        Objects.requireNonNull(random, "random is null");
        requireOptimizers(game, optimizers);
    }

    static void requireOptimizers(PlayableGame game, SortedMap<String, Optimizer> optimizers) {
        if (!optimizers.keySet().equals(new TreeSet<>(game.players()))) {
            throw new IllegalArgumentException("each player needs one optimizer: players are "
                    + new TreeSet<>(game.players()) + ", optimizers are given for " + optimizers.keySet());
        }
    }

    /** Returns the optimizer of a player. */
    public Optimizer optimizer(String player) {
        return Objects.requireNonNull(optimizers.get(player), () -> "no optimizer for player " + player);
    }

    /**
     * Returns the data and the stream of an evaluation: batch {@code number}, and the stream split by the names of the
     * players, joined by "+", and the number.
     *
     * @param players whose losses are evaluated, in their order
     * @param number the number of the evaluation, at least 0
     */
    public Draw draw(List<String> players, long number) {
        return Draw.of(
                batches.batch(number), random.split(String.join("+", players)).split(number));
    }

    /** Returns the same context for evaluating once more, on purpose, with the data and the noise of an evaluation before. */
    public TrainingContext replay() {
        return new TrainingContext(game, optimizers, batches, random.replay());
    }
}
