package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.DiscriminatorNetwork;

/**
 * The choice of a network that scores samples, a strategy: its components are the settings, and the network, a trunk and the
 * head of its score, is made once from what is known of the samples.
 *
 * <p>A score is any real number, the higher, the more real; no sigmoid at the end.
 */
@Family("discriminators")
public interface Discriminator {
    /**
     * Returns the network.
     *
     * @param spec what is known of the samples to be scored
     * @throws IllegalArgumentException if there is no such network for these samples, with the reason
     */
    DiscriminatorNetwork network(SampleSpec spec);

    /**
     * Tells whether in training the score of one sample depends on the other samples of its batch, as it does with
     * statistics of the batch. A penalty on the gradient of each sample's score then has no meaning.
     */
    default boolean mixesSamples() {
        return false;
    }

    /** Tells whether the network scores a sample together with its label, and cannot do without. */
    default boolean conditional() {
        return false;
    }

    /** Tells whether a score is minus an energy of at least 0, such as a reconstruction error, and so never above 0. */
    default boolean scoresAreEnergies() {
        return false;
    }

    /**
     * Tells whether a bound on every weight makes the score Lipschitz in the sample, as it does unless something in the
     * network has no bounded derivative by itself: statistics of a batch, or a square of the sample.
     */
    default boolean lipschitzWhenBounded() {
        return !mixesSamples();
    }

    /** Tells whether every weight is bounded, so that the score is Lipschitz in the sample whatever is learnt. */
    default boolean lipschitz() {
        return false;
    }
}
