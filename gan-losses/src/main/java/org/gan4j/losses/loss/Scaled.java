package org.gan4j.losses.loss;

import java.util.Objects;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.tensor.Tensor;

/**
 * Another loss with a constant factor for each player.
 *
 * <p>L_D = discriminator * loss.L_D, L_G = generator * loss.L_G.
 *
 * <p>The optimum does not move; what changes is the step length of optimizers that are not invariant to scale, such as
 * momentum, and the size relative to penalties. The MNIST recipe released with the 2014 paper halves the
 * discriminator's loss.
 *
 * @param loss the loss to scale
 * @param discriminator the discriminator's factor, finite and above 0
 * @param generator the generator's factor, finite and above 0
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., Generative Adversarial Nets, 2014, released code</a>
 */
@About(
        value = "Another loss with a constant factor for each player.",
        formula = "L_D = discriminator * loss.L_D, L_G = generator * loss.L_G",
        paper = "Goodfellow et al., Generative Adversarial Nets, 2014, https://arxiv.org/abs/1406.2661")
public record Scaled(
        AdversarialLoss loss,
        @Default("1") double discriminator,
        @Default("1") double generator) implements AdversarialLoss {
    /**
     * Checks the factors.
     *
     * @throws IllegalArgumentException if a factor is not finite and above 0: it would turn a minimum into a maximum
     */
    public Scaled {
        Objects.requireNonNull(loss, "loss is null");
        requireFactor("discriminator", discriminator);
        requireFactor("generator", generator);
    }

    @Override
    public Tensor discriminatorLoss(Scores real, Scores fake) {
        return loss.discriminatorLoss(real, fake).times(discriminator);
    }

    @Override
    public Tensor generatorLoss(Scores real, Scores fake) {
        return loss.generatorLoss(real, fake).times(generator);
    }

    @Override
    public boolean scoresAreLogits() {
        return loss.scoresAreLogits();
    }

    @Override
    public String displayName() {
        return loss.displayName();
    }

    @Override
    public LossProperties facts() {
        LossProperties facts = loss.facts();
        LossProperties.Optimum optimum = facts.optimum();
        return facts.withOptimum(optimum.score(), scaled(optimum.divergence()), scaled(optimum.followed()));
    }

    private String scaled(String formula) {
        return formula.isEmpty() || generator == 1 ? formula : generator + " (" + formula + ")";
    }

    private static void requireFactor(String player, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the " + player + "'s factor must be finite and above 0, but is " + factor);
        }
    }
}
