package org.example.scheme;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.game.GameState;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.PlayerUpdate;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;

/**
 * Consensus optimization: all players step at once, each also towards where all gradients together are shorter.
 *
 * <p>w+ = w - step(F + gamma grad_w (|F|^2 / 2)), with F the gradients of all players' own losses, together one vector,
 * and step what the optimizers make of them. In the paper's ascent form, with v = -F: v - gamma grad L, L = |v|^2 / 2.
 * Step t uses batch t for both terms; |F|^2 of a batch is larger than that of the expected gradients.
 *
 * @param gamma the weight of the common goal, finite and at least 0
 * @see <a href="https://arxiv.org/abs/1705.10461">Mescheder, Nowozin and Geiger, The numerics of GANs, 2017, algorithm
 *     2</a>
 */
@About(
        value = "Consensus optimization: each player also steps towards where all gradients together are shorter.",
        formula = "w+ = w - step(F + gamma grad |F|^2 / 2)",
        paper = "Mescheder, Nowozin and Geiger, The numerics of GANs, 2017, https://arxiv.org/abs/1705.10461")
public record Consensus(double gamma) implements TrainingScheme {
    public static final Consensus DEFAULTS = new Consensus(1);

    public Consensus {
        Require.atLeast("gamma", gamma, 0);
    }

    @Override
    public GameState step(TrainingContext context, GameState state, MetricsCollector metrics) {
        List<String> everybody = context.game().players();
        try (Scope update = Scope.open()) {
            PlayerGradients field = PlayerGradients.differentiable(context, state, everybody, state.step());
            Tensor goal = field.gradients().values().stream()
                    .flatMap(gradient -> gradient.list().stream())
                    .map(Tensor::squaredNorm)
                    .reduce(Tensor::plus)
                    .orElseThrow()
                    .times(0.5);
            SortedMap<String, Parameters> both = new TreeMap<>();
            field.gradients().forEach((player, gradient) -> {
                Parameters slope = gradient.withValues(
                        Gradients.of(goal, field.parameters(player).list()));
                both.put(player, gradient.zip(slope, (f, s) -> f.detach().plus(s.times(gamma))));
            });
            return PlayerUpdate.apply(context, state, field.with(both), metrics).afterStep();
        }
    }
}
