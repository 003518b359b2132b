/**
 * Normalisation of activations and of weights.
 *
 * <p>Read first: {@link org.gan4j.core.nn.norm.BatchNorm} and {@link org.gan4j.core.nn.norm.SpectralNorms}.
 */
@NullMarked
package org.gan4j.core.nn.norm;

import org.jspecify.annotations.NullMarked;
