package org.gan4j.experiments.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.Discriminator;
import org.gan4j.core.game.Penalty;
import org.gan4j.losses.loss.EnergyMargin;
import org.gan4j.losses.loss.Minimax;
import org.gan4j.losses.loss.NonSaturating;
import org.gan4j.losses.loss.Wasserstein;
import org.gan4j.models.Mlp.MlpDiscriminator;

/**
 * A loss with what is usually beside it.
 *
 * <p>Clipped critics are clipped at {@value #CLIP}: three layers clipped at 0.01 pass hardly any gradient.
 *
 * @param label the row of the table
 * @param loss what is compared
 * @param discriminator the critic, with its constraint if it has one
 * @param penalties added to the discriminator's loss
 * @param clipped whether the critic's weights are clipped after each of its steps
 */
record RingContender(
        String label,
        AdversarialLoss loss,
        Discriminator discriminator,
        SortedMap<String, Penalty> penalties,
        boolean clipped) {
    static final double CLIP = 0.1;

    private static RingContender plain(String label, AdversarialLoss loss) {
        return new RingContender(label, loss, MlpDiscriminator.DEFAULTS, Collections.emptySortedMap(), false);
    }

    private RingContender withClippedWeights() {
        return new RingContender(label + ", clipped", loss, discriminator, penalties, true);
    }

    /** Returns all, in the order of the table. */
    static List<RingContender> all() {
        List<RingContender> all = new ArrayList<>();
        all.add(plain("minimax", new Minimax()));
        all.add(plain("non-saturating", new NonSaturating()));
        all.add(plain("wasserstein", new Wasserstein()).withClippedWeights());
        all.add(plain("energy-margin", EnergyMargin.DEFAULTS).withClippedWeights());
        return Collections.unmodifiableList(all);
    }
}
