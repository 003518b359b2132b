package org.gan4j.experiments.card;

import java.util.List;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;

/**
 * What a loss amounts to: what it says of itself, beside numbers that are computed from its code.
 *
 * @param family the kind of loss
 * @param best the best score of a point
 * @param divergences what the generator reads and what it follows at the best scores
 * @param weight the weight of a fake sample in the generator's gradient
 * @param needsLipschitz whether the discriminator's loss has no minimum unless something bounds its gradient norm
 * @param penalties names of the penalties the loss is usually combined with, the most usual first
 * @param unchanged what leaves the loss unchanged or changes it in a known way, a sentence each
 * @param finiteUpTo values and gradients are finite in float32 for scores up to this size
 */
public record LossCard(
        String family,
        BestScore best,
        Divergences divergences,
        GeneratorWeight weight,
        boolean needsLipschitz,
        List<String> penalties,
        List<String> unchanged,
        double finiteUpTo) {
    /** Returns the card of a loss. */
    public static LossCard of(AdversarialLoss loss) {
        LossProperties facts = loss.facts();
        return new LossCard(
                facts.family(),
                BestScore.of(loss),
                Divergences.of(loss, ExampleWorld.world()),
                GeneratorWeight.of(loss),
                facts.use().needsLipschitz(),
                facts.use().penalties(),
                Symmetries.of(facts.symmetry()),
                facts.finiteUpTo());
    }
}
