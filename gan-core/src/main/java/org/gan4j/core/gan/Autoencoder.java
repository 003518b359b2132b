package org.gan4j.core.gan;

import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.gan.network.AutoencoderNetwork;

/**
 * A discriminator whose energy is a reconstruction error: score(x) = -error(x, decode(encode(x))), so that a score is
 * never above 0.
 */
public interface Autoencoder extends Discriminator {
    @Override
    AutoencoderNetwork network(SampleSpec spec);
}
