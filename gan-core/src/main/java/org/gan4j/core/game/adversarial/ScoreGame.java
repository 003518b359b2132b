package org.gan4j.core.game.adversarial;

import java.util.List;
import java.util.SortedMap;
import org.gan4j.core.game.MetricGroup;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Penalty;

/** A game of a generator against a discriminator whose losses begin with a loss of scores and penalties. */
public interface ScoreGame extends TwoPlayerGame {
    /** Returns what each player minimises as a function of scores. */
    AdversarialLoss loss();

    /** Returns the terms added to the discriminator's loss, by the name under which they are reported. */
    SortedMap<String, Penalty> penalties();

    /** Returns whether real and generated samples are scored as separate batches or as a joint one. */
    DiscriminatorBatching batches();

    @Override
    default List<MetricGroup> metricGroups() {
        return List.of(
                MetricGroup.of("probability", "D(x), probability of real: mean ± deviation"),
                MetricGroup.of("score", "Raw scores: mean ± deviation"),
                MetricGroup.of("penalty", "Penalties, with their weights"));
    }
}
