package org.gan4j.core.gan;

import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;

/** A network that scores samples: any real number, the higher, the more real. No sigmoid at the end. */
public interface Discriminator {
    /**
     * Draws initial parameters.
     *
     * @param spec what is known of the samples to be scored
     * @param random the stream that decides, split by layer path
     */
    Parameters init(SampleSpec spec, RandomStream random);

    /** Returns initial buffers, such as running statistics; most networks have none. */
    default Buffers initBuffers(SampleSpec spec) {
        return Buffers.empty();
    }

    /**
     * Scores samples.
     *
     * @param parameters from {@link #init}
     * @param samples values of shape [N, ...]; with labels where the network is conditional
     * @param pass training or evaluation, randomness and buffers
     * @return raw scores, shape [N, 1], high = real
     */
    Tensor score(Parameters parameters, Samples samples, Pass pass);

    /**
     * Tells whether in training the score of one sample depends on the other samples of its batch, as it does with
     * statistics of the batch. A penalty on the gradient of each sample's score then has no meaning.
     */
    default boolean mixesSamples() {
        return false;
    }

    /** Tells whether the network judges a sample together with its label, and cannot do without. */
    default boolean conditional() {
        return false;
    }
}
