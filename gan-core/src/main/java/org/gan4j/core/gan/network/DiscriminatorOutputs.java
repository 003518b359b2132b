package org.gan4j.core.gan.network;

import org.gan4j.core.tensor.Tensor;

/** What a discriminator makes of one batch in one pass; every output is computed when first needed, and once. */
public interface DiscriminatorOutputs {
    /** Returns the features that all heads share, [N, ...]: the trunk's output, or the codes of an autoencoder. */
    Tensor features();

    /** Returns the raw scores, [N, 1], high = real. */
    Tensor score();

    /**
     * Returns the output of another head, such as class logits, [N, ...].
     *
     * @throws IllegalArgumentException if there is no such head
     */
    Tensor head(String name);
}
