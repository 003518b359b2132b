package org.gan4j.core.game;

import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Tensor;

/** A discriminator whose energy is a reconstruction error: score(x) = -error(x, decode(encode(x))). */
public interface Autoencoder extends Discriminator {
    /** Returns the code of each sample, shape [N, code size]. */
    Tensor encode(Parameters parameters, Samples samples, Pass pass);

    /** Returns one reconstruction per code, shape [N, ...] as the samples. */
    Tensor decode(Parameters parameters, Tensor code, Pass pass);
}
