package org.gan4j.losses.penalty;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Wiring;
import org.gan4j.core.config.WiringRule;

/**
 * A gradient penalty needs a discriminator whose score of a sample depends on that sample alone: with statistics of the
 * batch, the gradient mixes those of all samples.
 */
@About("A gradient penalty needs a discriminator that scores each sample by itself.")
public record GradientPenaltyExcludesBatchNorm() implements WiringRule {
    @Override
    public void check(Wiring wiring) {
        for (PenalisedGame game : PenalisedGame.all(wiring)) {
            if (game.game().value().discriminator().mixesSamples()) {
                game.penalties().stream()
                        .filter(penalty -> penalty.value().needsSeparateScores())
                        .forEach(penalty -> wiring.refuse(
                                penalty,
                                "the gradient at one sample has no meaning here, because the discriminator's score of a"
                                        + " sample depends on the others of its batch (batch statistics): use a"
                                        + " discriminator without them, or another kind of penalty"));
            }
        }
    }
}
