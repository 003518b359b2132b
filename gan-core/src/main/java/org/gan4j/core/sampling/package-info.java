/**
 * Samplers: whatever samples can be taken from, with or without labels, and decoders of latent vectors.
 *
 * <p>Read first: {@link org.gan4j.core.sampling.Sampler}, {@link org.gan4j.core.sampling.Decoder} and
 * {@link org.gan4j.core.sampling.GeneratorSampler}.
 */
@NullMarked
package org.gan4j.core.sampling;

import org.jspecify.annotations.NullMarked;
