package org.gan4j.core.nn;

import org.gan4j.core.random.RandomStream;

/** A network that knows its sizes: it is made once from a specification, and its weights are values that are handed to it. */
public interface Network {
    /** Returns initial parameters; they depend on the stream, split by layer path, and on the sizes only. */
    Parameters init(RandomStream random);

    /** Returns initial buffers, such as running statistics; most networks have none. */
    Buffers buffers();

    /** Tells whether in training the output for one sample depends on the other samples of its batch. */
    boolean mixesSamples();
}
