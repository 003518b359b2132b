package org.gan4j.core.training.scheme;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.NonFiniteValueException;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.TrainingContext;

/**
 * One play in which some players learn: their losses from one forward pass, all gradients at the same point, then one
 * update of each.
 *
 * <p>Only the parameters of these players are tracked, so that no gradient reaches the others. Data and noise of an
 * update are those of its number: batch {@code number}, and the stream split by the players' names and the number.
 *
 * @param players who learns, at least one
 * @param number how many updates these players have made before
 */
public record GradientStep(List<String> players, long number) {
    public GradientStep {
        if (players.isEmpty()) {
            throw new IllegalArgumentException("players is empty: nobody would learn");
        }
    }

    /**
     * Plays and updates in place.
     *
     * @return the state with these players updated; its step is not counted
     * @throws org.gan4j.core.game.NonFiniteValueException if a loss is not finite; nothing has been updated
     */
    public GameState take(TrainingContext context, GameState state, MetricsCollector metrics) {
        try (Scope step = Scope.open()) {
            RandomStream random =
                    context.random().split(String.join("+", players)).split(number);
            GameState tracked = state.tracking(players);
            GameLosses result = context.game().losses(tracked, context.batches().batch(number), random, players);
            observe(result, metrics);
            SortedMap<String, Parameters> gradients = new TreeMap<>();
            for (String player : players) {
                Parameters parameters = tracked.player(player).parameters();
                List<Tensor> values = Gradients.of(result.loss(player), parameters.list());
                gradients.put(player, parameters.withValues(values));
            }
            GameState next = state;
            for (String player : players) {
                PlayerUpdate update = new PlayerUpdate(player, context.optimizer(player), metrics);
                next = next.withPlayer(player, p -> update.apply(p, Objects.requireNonNull(gradients.get(player))));
            }
            next.commit(result.updates());
            return next;
        }
    }

    private static void observe(GameLosses result, MetricsCollector metrics) {
        result.losses().forEach((player, loss) -> {
            double value = loss.item();
            if (!Double.isFinite(value)) {
                throw new NonFiniteValueException(
                        "loss/" + player, value, result.circumstances().get());
            }
            metrics.note("loss/" + player, () -> value);
            metrics.explain(player, result.circumstances());
        });
        result.report()
                .forEach((name, value) -> metrics.note(name, () -> value.get().item()));
    }
}
