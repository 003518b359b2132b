/**
 * Networks: layers as records, named parameters and buffers, and the pass that carries mode and randomness through
 * them.
 *
 * <p>Read first: {@link org.gan4j.core.nn.Layer}, {@link org.gan4j.core.nn.Parameters}, {@link org.gan4j.core.nn.Pass}
 * and {@link org.gan4j.core.nn.Sequential}.
 */
@NullMarked
package org.gan4j.core.nn;

import org.jspecify.annotations.NullMarked;
