package org.gan4j.core.gan;

import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A network that turns latent vectors into samples; its weights are values that are handed to it. */
public interface Generator {
    /** Returns the distribution of the input. */
    Latent latent();

    /**
     * Draws initial parameters.
     *
     * @param spec what is known of the data to be imitated
     * @param random the stream that decides, split by layer path
     */
    Parameters init(SampleSpec spec, RandomStream random);

    /** Returns initial buffers, such as running statistics; most networks have none. */
    default Buffers initBuffers(SampleSpec spec) {
        return Buffers.empty();
    }

    /**
     * Generates one sample per latent vector.
     *
     * @param parameters from {@link #init}
     * @param latent values of shape [N, latent size]; with labels where the network is conditional
     * @param pass training or evaluation, randomness and buffers
     * @return shape [N, ...] with as many values per example as the data; a game gives them the data's shape
     */
    Tensor generate(Parameters parameters, Samples latent, Pass pass);

    /**
     * Tells whether the network takes the label of each sample to be made, with the latent vector, and cannot do without.
     */
    default boolean conditional() {
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
