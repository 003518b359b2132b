package org.gan4j.core.training;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.Draw;
import org.gan4j.core.game.GameLosses;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.game.NonFiniteValueException;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;

/**
 * The gradients of some players' losses at one state, and what else the evaluation gave: values only, nothing has been
 * changed. A scheme evaluates, combines and then updates with {@link PlayerUpdate#apply}.
 *
 * <p>All tensors belong to the scope of the caller: open one per update. Only the parameters of these players are
 * tracked, so that no gradient reaches the others. The data and the noise are those of the number, see
 * {@link TrainingContext#draw}.
 *
 * <p>Read metrics before the update: they are computed from the parameters as they were.
 *
 * @param losses the losses, the proposed buffers and game variables, and the metrics
 * @param gradients the gradient of each player's own loss with respect to its own parameters, by the player's name
 * @param state the state at which they were taken, with the players' parameters tracked
 */
public record PlayerGradients(GameLosses losses, SortedMap<String, Parameters> gradients, GameState state) {
    /** The losses, which every game has. */
    static final MetricGroup LOSSES = MetricGroup.of("loss", "Losses");

    public PlayerGradients {
        gradients = Collections.unmodifiableSortedMap(new TreeMap<>(gradients));
    }

    /**
     * Returns the gradients of some players, all at the same point, from one shared forward pass.
     *
     * @param players whose losses are differentiated, at least one
     * @param number how many updates these players have made before
     * @throws NonFiniteValueException if a loss is not finite
     */
    public static PlayerGradients at(TrainingContext context, GameState state, List<String> players, long number) {
        return evaluated(context, state, players, context.draw(players, number), false);
    }

    /**
     * Returns the same gradients for an evaluation that no update follows, such as an extrapolation: no buffer and no game
     * variable is proposed, and what moves once per update, such as the vectors of spectral norms, is used as it is.
     */
    public static PlayerGradients ahead(TrainingContext context, GameState state, List<String> players, long number) {
        Draw draw = context.draw(players, number).withoutUpdates();
        return evaluated(context, state, players, draw, false);
    }

    /**
     * Returns the same gradients with the record of how they were computed: functions of the tracked parameters of
     * {@link #state}, which can be part of a loss that is differentiated in turn.
     */
    public static PlayerGradients differentiable(
            TrainingContext context, GameState state, List<String> players, long number) {
        return evaluated(context, state, players, context.draw(players, number), true);
    }

    private static PlayerGradients evaluated(
            TrainingContext context, GameState state, List<String> players, Draw draw, boolean differentiable) {
        if (players.isEmpty()) {
            throw new IllegalArgumentException("players is empty: nobody would learn");
        }
        GameState tracked = state.tracking(players);
        GameLosses losses = context.game().losses(tracked, draw, players);
        losses.losses().forEach((player, loss) -> requireFinite(player, loss, losses));
        SortedMap<String, Parameters> gradients = new TreeMap<>();
        for (String player : players) {
            Parameters parameters = tracked.player(player).parameters();
            Tensor loss = losses.loss(player);
            List<Tensor> values = differentiable
                    ? Gradients.differentiable(loss, parameters.list())
                    : Gradients.of(loss, parameters.list());
            gradients.put(player, parameters.withValues(values));
        }
        return new PlayerGradients(losses, gradients, tracked);
    }

    private static void requireFinite(String player, Tensor loss, GameLosses losses) {
        double value = loss.item();
        if (!Double.isFinite(value)) {
            throw new NonFiniteValueException(
                    "loss/" + player, value, losses.circumstances().get());
        }
    }

    /**
     * Returns the gradient of a player.
     *
     * @throws IllegalArgumentException if the player's loss was not differentiated
     */
    public Parameters of(String player) {
        Parameters gradient = gradients.get(player);
        if (gradient == null) {
            throw new IllegalArgumentException(
                    "there is no gradient of player '" + player + "'; there are those of " + gradients.keySet());
        }
        return gradient;
    }

    /** Returns the parameters of a player with respect to which its loss was differentiated. */
    public Parameters parameters(String player) {
        return state.player(player).parameters();
    }

    /** Returns the same evaluation with other gradients, such as a combination of several. */
    public PlayerGradients with(SortedMap<String, Parameters> others) {
        return new PlayerGradients(losses, others, state);
    }

    /** Passes on the losses and the metrics of the game. */
    void report(MetricsCollector metrics) {
        losses.losses().forEach((player, loss) -> {
            metrics.note("loss/" + player, loss::item);
            metrics.explain(player, losses.circumstances());
        });
        losses.report()
                .forEach((name, value) -> metrics.note(name, () -> value.get().item()));
    }
}
