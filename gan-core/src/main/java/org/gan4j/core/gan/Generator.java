package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.GeneratorNetwork;
import org.gan4j.core.nn.Layer;

/**
 * The choice of a network that turns latent vectors into samples, a strategy: its components are the settings, and the network
 * is made once from what is known of the data.
 */
@Family("generators")
public interface Generator {
    /** Returns the distribution of the input. */
    Latent latent();

    /**
     * Returns the network: a layer from latent vectors [N, latent size], whose labels it finds in the pass if it is
     * conditional, to samples with as many values as the data's.
     *
     * @param spec what is known of the data to be imitated
     * @throws IllegalArgumentException if there is no such network for these data, with the reason
     */
    Layer network(SampleSpec spec);

    /** Returns the network with the size of its input. */
    default GeneratorNetwork open(SampleSpec spec) {
        return new GeneratorNetwork(network(spec), latent().size());
    }

    /**
     * Tells whether the network takes the label of each sample to be made, with the latent vector, and cannot do without.
     */
    default boolean conditional() {
        return false;
    }

    /** Tells whether in training a sample depends on the other samples of its batch, as it does with statistics of the batch. */
    default boolean mixesSamples() {
        return false;
    }

    /**
     * Returns the least and the greatest value that the output can take: (0, 1) after a sigmoid, infinite when linear.
     * A bounded range must be the data's range.
     */
    default ValueRange range() {
        return ValueRange.UNBOUNDED;
    }
}
