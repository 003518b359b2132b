package org.gan4j.core.training.scheme;

import java.util.Collection;
import org.gan4j.core.game.PlayerState;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.OptimizerState;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;

/** One player's update in place, and the numbers that tell of it. */
record PlayerUpdate(String player, Optimizer optimizer, MetricsCollector metrics) {
    PlayerState apply(PlayerState state, Parameters gradients) {
        Parameters parameters = state.parameters();
        if (!metrics.wanted()) {
            return state.withOptimizer(optimizer.stepInPlace(parameters, gradients, state.optimizer()));
        }
        metrics.note("gradient-norm/" + player, () -> norm(gradients.list()));
        optimizer
                .scheduled(state.optimizer().steps())
                .forEach((name, value) -> metrics.note(name + "/" + player, () -> value));
        Parameters before = parameters.map(p -> p.times(1));
        OptimizerState after = optimizer.stepInPlace(parameters, gradients, state.optimizer());
        metrics.note(
                "update-norm/" + player,
                () -> norm(parameters.zip(before, Tensor::minus).list()));
        return state.withOptimizer(after);
    }

    /** The Euclidean norm of all numbers together. */
    private static double norm(Collection<Tensor> tensors) {
        double sum = 0;
        for (Tensor tensor : tensors) {
            sum += tensor.detach().squaredNorm().item();
        }
        return Math.sqrt(sum);
    }
}
