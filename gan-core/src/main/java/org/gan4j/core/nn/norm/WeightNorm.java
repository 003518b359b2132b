package org.gan4j.core.nn.norm;

import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;

/** A function of a network's weights that stands between what is learnt and what is used, such as a division by norms. */
public interface WeightNorm {
    /** Returns the initial buffers for a network with parameters of these names and shapes. */
    Buffers buffers(Parameters parameters);

    /**
     * Returns the weights that the network uses; differentiable in the parameters.
     *
     * @param parameters what is learnt
     * @param pass of the network; its buffers are read, and new values proposed once per update
     */
    Parameters normalised(Parameters parameters, Pass pass);
}
