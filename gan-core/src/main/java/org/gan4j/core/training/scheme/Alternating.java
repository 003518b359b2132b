package org.gan4j.core.training.scheme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.Turn;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.PlayerUpdate;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;

/**
 * Players learn one after the other, each against the others as they are by then.
 *
 * <p>With turns (d, k) and (g, 1) a step is one iteration of algorithm 1 of the 2014 paper: k updates of the
 * discriminator, then one of the generator, each with fresh noise.
 *
 * <p>Each player goes through the data by itself: its t-th update, counted from 0 over all steps, uses batch t. So a
 * player's batches and noise do not depend on how often the others learn.
 *
 * @param turns the turns of one step, in order, at least one
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, algorithm 1</a>
 */
@About(
        value = "Players learn one after the other, each against the others as they are by then.",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661, algorithm 1")
public record Alternating(List<Turn> turns) implements TrainingScheme {
    public Alternating {
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("turns is empty: a step needs at least one turn");
        }
        turns = Collections.unmodifiableList(new ArrayList<>(turns));
    }

    /** Returns a step in which every player takes the turns that the game gives it. */
    public static Alternating of(Game game) {
        return new Alternating(game.defaultTurns());
    }

    /** Returns k turns of one player followed by one of another. */
    public static Alternating of(String first, int times, String second) {
        return new Alternating(List.of(new Turn(first, times), new Turn(second, 1)));
    }

    @Override
    public GameState step(TrainingContext context, GameState state, MetricsCollector metrics) {
        SortedMap<String, Long> next = new TreeMap<>();
        turns.forEach(turn -> next.put(turn.player(), Math.multiplyExact(state.step(), perStep(turn.player()))));
        GameState current = state;
        for (Turn turn : turns) {
            List<String> player = List.of(turn.player());
            for (int time = 0; time < turn.times(); time++) {
                long number = next.getOrDefault(turn.player(), 0L);
                next.put(turn.player(), number + 1);
                try (Scope update = Scope.open()) {
                    PlayerGradients gradients = PlayerGradients.at(context, current, player, number);
                    current = PlayerUpdate.apply(context, current, gradients, metrics);
                }
            }
        }
        return current.afterStep();
    }

    private long perStep(String player) {
        return turns.stream()
                .filter(turn -> turn.player().equals(player))
                .mapToLong(Turn::times)
                .sum();
    }
}
