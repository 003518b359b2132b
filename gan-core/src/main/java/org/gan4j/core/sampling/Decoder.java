package org.gan4j.core.sampling;

import org.gan4j.core.data.Samples;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A function from latent vectors to samples, differentiable: a generator, or the second half of an autoencoder. */
public interface Decoder {
    /** Returns the distribution that latent vectors were drawn from in training. */
    Latent latent();

    /** Returns a pass in evaluation mode with the buffers of the network. */
    Pass pass(RandomStream random);

    /**
     * Returns one sample per latent vector, such as points on a line between two.
     *
     * @param latents values [N, latent size] of any element type; with labels where the network is conditional
     * @param pass from {@link #pass}
     * @return [N, ...] in the shape of the data; belongs to the scope of the caller
     */
    Tensor decode(Samples latents, Pass pass);
}
