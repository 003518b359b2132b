package org.gan4j.core.gan;

import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.tensor.Tensor;

/**
 * A discriminator whose energy is a reconstruction error: score(x) = -error(x, decode(encode(x))), so that a score is
 * never above 0.
 */
public interface Autoencoder extends Discriminator {
    /** Returns how far a reconstruction is from its sample. */
    ReconstructionError error();

    /** Returns the code of each sample, shape [N, code size]. */
    Tensor encode(Parameters parameters, Samples samples, Pass pass);

    /** Returns one reconstruction per code, shape [N, ...] with as many values each as a sample. */
    Tensor decode(Parameters parameters, Tensor code, Pass pass);

    @Override
    default Tensor score(Parameters parameters, Samples samples, Pass pass) {
        Tensor code = encode(parameters, samples, pass);
        return error().of(samples.values(), decode(parameters, code, pass)).negate();
    }
}
