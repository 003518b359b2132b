package org.example.scheme;

import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.config.About;
import org.gan4j.core.game.GameState;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.PlayerUpdate;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;

/**
 * Optimistic mirror descent: all players step at once, as if their gradients changed once more as they just did.
 *
 * <p>w+ = w - step(2 F_t - F_{t-1}), with F_t the gradients of all players' own losses at step t and step what the
 * optimizers make of them; with plain descent step(F) = rate F, this is the method of the paper.
 *
 * <p>F_{-1} = 0, as in the authors' code: the first step is twice the plain one. The last gradients are the scheme's
 * memory, in the state and its checkpoints under "scheme/". Step t uses batch t.
 *
 * <p>Deviation from algorithm 1 of the paper (Optimistic Adam): an optimizer with a memory is given 2 F_t - F_{t-1};
 * there, Adam's own steps are combined.
 *
 * @see <a href="https://arxiv.org/abs/1711.00141">Daskalakis et al., Training GANs with optimism, 2018, section 2</a>
 */
@About(
        value = "Optimistic mirror descent: all step at once, as if gradients changed once more as they just did.",
        formula = "w+ = w - step(2 F_t - F_{t-1})",
        paper = "Daskalakis et al., Training GANs with optimism, 2018, https://arxiv.org/abs/1711.00141")
public record Optimistic() implements TrainingScheme {
    @Override
    public Buffers init(GameState state) {
        Buffers last = Buffers.empty();
        for (String player : state.players().keySet()) {
            Parameters zeros = state.player(player).parameters().map(p -> Tensor.zeros(p.dtype(), p.shape()));
            last = last.and(Buffers.of(zeros.under(player).asMap()));
        }
        return last.persistent();
    }

    @Override
    public GameState step(TrainingContext context, GameState state, MetricsCollector metrics) {
        try (Scope update = Scope.open()) {
            PlayerGradients now =
                    PlayerGradients.at(context, state, context.game().players(), state.step());
            SortedMap<String, Parameters> guess = new TreeMap<>();
            SortedMap<String, Tensor> memory = new TreeMap<>();
            now.gradients().forEach((player, gradient) -> {
                Parameters last = Parameters.of(state.scheme().at(player).asMap());
                guess.put(player, gradient.zip(last, (f, l) -> f.times(2).minus(l)));
                gradient.asMap().forEach((name, f) -> memory.put("scheme/" + player + "." + name, f));
            });
            GameState next = PlayerUpdate.apply(context, state, now.with(guess), metrics);
            next.commit(memory);
            return next.afterStep();
        }
    }
}
