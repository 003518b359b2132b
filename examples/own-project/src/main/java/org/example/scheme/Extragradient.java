package org.example.scheme;

import java.util.List;
import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.game.GameState;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.PlayerUpdate;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;

/**
 * The extragradient method: all players step at once, with the gradients of where such a step leads.
 *
 * <p>w' = w - step(F(w)), w+ = w - step(F(w')), with F the gradients of all players' own losses and step what the
 * optimizers make of them; with plain descent step(F) = rate F.
 *
 * <p>Deviation from algorithm 4 of the paper (Extra-Adam): what an optimizer remembers moves with the update only, not
 * with the look ahead.
 *
 * @param second what F(w') is estimated from: same, the batch and the noise of F(w) once more (algorithm 5; step t uses
 *     batch t), or fresh, a batch and noise of its own (algorithm 2; step t uses batches 2 t and 2 t + 1)
 * @see <a href="https://arxiv.org/abs/1802.10551">Gidel et al., A variational inequality perspective on generative
 *     adversarial networks, 2019, equations 14 and 15</a>, after Korpelevich, The extragradient method for finding saddle
 *     points and other problems, 1976
 */
@About(
        value = "The extragradient method: all players step at once, with the gradients of where that leads.",
        formula = "w' = w - step(F(w)), w+ = w - step(F(w'))",
        paper = "Gidel et al., A variational inequality perspective on GANs, 2019, https://arxiv.org/abs/1802.10551")
public record Extragradient(Second second) implements TrainingScheme {
    /** What the second gradients are estimated from. */
    public enum Second {
        /** The batch and the noise of the first. */
        SAME,
        /** A batch and noise of their own. */
        FRESH
    }

    public static final Extragradient DEFAULTS = new Extragradient(Second.SAME);

    public Extragradient {
        Objects.requireNonNull(second, "second is null");
    }

    @Override
    public GameState step(TrainingContext context, GameState state, MetricsCollector metrics) {
        boolean same = second == Second.SAME;
        long first = same ? state.step() : 2 * state.step();
        List<String> everybody = context.game().players();
        try (Scope update = Scope.open()) {
            PlayerGradients here = PlayerGradients.ahead(context, state, everybody, first);
            GameState ahead = PlayerUpdate.extrapolated(context, state, here);
            PlayerGradients there = same
                    ? PlayerGradients.at(context.replay(), ahead, everybody, first)
                    : PlayerGradients.at(context, ahead, everybody, first + 1);
            return PlayerUpdate.apply(context, state, there, metrics).afterStep();
        }
    }
}
