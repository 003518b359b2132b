package org.gan4j.core.gan;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;

/** Latent distribution: what a generator's input is drawn from. */
@Family("latents")
public interface Latent {
    /** Returns the number of coordinates of one latent vector; at least 1. */
    int size();

    /**
     * Draws latent vectors, FLOAT32, shape [count, size].
     *
     * @param count how many, at least 1
     * @param random the stream that decides; the same stream gives the same vectors
     */
    Samples sample(int count, RandomStream random);
}
