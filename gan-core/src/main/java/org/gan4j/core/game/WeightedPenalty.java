package org.gan4j.core.game;

import java.util.Objects;
import org.gan4j.core.config.About;

/**
 * A penalty and its factor in the discriminator's loss; reports show the penalty without the factor.
 *
 * @param penalty the penalty
 * @param weight its factor, finite and at least 0
 */
@About(value = "A penalty and its factor in the loss of the discriminator.")
public record WeightedPenalty(Penalty penalty, double weight) {
    public WeightedPenalty {
        Objects.requireNonNull(penalty, "penalty is null");
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be finite and at least 0, but is " + weight);
        }
    }
}
