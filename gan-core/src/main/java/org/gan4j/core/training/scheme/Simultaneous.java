package org.gan4j.core.training.scheme;

import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.game.GameState;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.training.MetricsCollector;
import org.gan4j.core.training.PlayerGradients;
import org.gan4j.core.training.PlayerUpdate;
import org.gan4j.core.training.TrainingContext;
import org.gan4j.core.training.TrainingScheme;

/**
 * All players learn at once: one forward pass gives every loss, all gradients are taken at the same point, and only then
 * are the players updated.
 *
 * <p>This is what the code released with the 2014 paper does: the same pass of the discriminator over fake samples, with
 * the same dropout mask, feeds both losses.
 *
 * <p>Step t uses batch t.
 *
 * @see <a href="https://github.com/goodfeli/adversarial">the code of Goodfellow et al., 2014</a>
 */
@About(
        value = "All players learn at once, from gradients taken at the same point.",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661, released code")
public record Simultaneous() implements TrainingScheme {
    @Override
    public GameState step(TrainingContext context, GameState state, MetricsCollector metrics) {
        try (Scope update = Scope.open()) {
            List<String> everybody = context.game().players();
            PlayerGradients gradients = PlayerGradients.at(context, state, everybody, state.step());
            return PlayerUpdate.apply(context, state, gradients, metrics).afterStep();
        }
    }
}
