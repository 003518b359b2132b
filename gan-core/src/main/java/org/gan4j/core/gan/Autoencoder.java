package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.AutoencoderNetwork;
import org.gan4j.core.gan.network.ReconstructionError;

/**
 * A discriminator whose energy is a reconstruction error: score(x) = -error(x, decode(encode(x))), so that a score is
 * never above 0.
 */
@Family("autoencoders")
public interface Autoencoder extends Discriminator {
    /** Returns how far a reconstruction is from its sample; the squared error is not Lipschitz whatever the weights. */
    ReconstructionError error();

    @Override
    default boolean scoresAreEnergies() {
        return true;
    }

    @Override
    default boolean lipschitzWhenBounded() {
        return !mixesSamples() && error() != ReconstructionError.MEAN_SQUARED;
    }

    @Override
    AutoencoderNetwork network(SampleSpec spec);
}
