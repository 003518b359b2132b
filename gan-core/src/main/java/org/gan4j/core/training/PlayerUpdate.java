package org.gan4j.core.training;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gan4j.core.game.GameState;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.OptimizerState;
import org.gan4j.core.optim.OptimizerStep;
import org.gan4j.core.tensor.Tensor;

/** The updates of players by their optimizers, in place or as a value. */
public final class PlayerUpdate {
    /** What an update reports. */
    static final List<MetricGroup> METRICS = List.of(
            MetricGroup.of("gradient-norm", "Gradient norms"),
            MetricGroup.of("update-norm", "Update norms"),
            MetricGroup.of("rate", "Learning rates"));

    private PlayerUpdate() {}

    /**
     * Updates players in place: reports the metrics, lets every optimizer take one step, and commits the buffers and
     * game variables that the evaluation proposed.
     *
     * @param context whose optimizers are used
     * @param state the state to be updated, not that of an extrapolation; consumed
     * @param gradients of the players to be updated
     * @param metrics where the metrics go, all read before the first parameter changes
     * @return the state with these players updated; its step is not counted
     */
    public static GameState apply(
            TrainingContext context, GameState state, PlayerGradients gradients, MetricsCollector metrics) {
        gradients.report(metrics);
        GameState next = state;
        for (Map.Entry<String, Parameters> entry : gradients.gradients().entrySet()) {
            String name = entry.getKey();
            Optimizer optimizer = context.optimizer(name);
            next = next.withPlayer(name, player -> updated(name, player, optimizer, entry.getValue(), metrics));
        }
        next.commit(gradients.losses().updates());
        return next;
    }

    /**
     * Returns a state in which these players have taken one step, and changes nothing: parameters are new tensors of the
     * caller's scope, differentiable where the gradients are; optimizers remember, buffers hold and game variables have
     * what they did.
     */
    public static GameState extrapolated(TrainingContext context, GameState state, PlayerGradients gradients) {
        GameState ahead = state;
        for (Map.Entry<String, Parameters> entry : gradients.gradients().entrySet()) {
            PlayerState player = state.player(entry.getKey());
            OptimizerStep step =
                    context.optimizer(entry.getKey()).step(player.parameters(), entry.getValue(), player.optimizer());
            ahead = ahead.withPlayer(entry.getKey(), p -> p.withParameters(step.parameters()));
        }
        return ahead;
    }

    private static PlayerState updated(
            String name, PlayerState player, Optimizer optimizer, Parameters gradients, MetricsCollector metrics) {
        Parameters parameters = player.parameters();
        if (!metrics.wanted()) {
            return player.withOptimizer(optimizer.stepInPlace(parameters, gradients, player.optimizer()));
        }
        metrics.note("gradient-norm/" + name, () -> norm(gradients.list()));
        optimizer
                .scheduled(player.optimizer().steps())
                .forEach((what, value) -> metrics.note(what + "/" + name, () -> value));
        Parameters before = parameters.map(p -> p.times(1));
        OptimizerState after = optimizer.stepInPlace(parameters, gradients, player.optimizer());
        metrics.note(
                "update-norm/" + name,
                () -> norm(parameters.zip(before, Tensor::minus).list()));
        return player.withOptimizer(after);
    }

    /** The Euclidean norm of all values together. */
    private static double norm(Collection<Tensor> tensors) {
        double sum = 0;
        for (Tensor tensor : tensors) {
            sum += tensor.detach().squaredNorm().item();
        }
        return Math.sqrt(sum);
    }
}
