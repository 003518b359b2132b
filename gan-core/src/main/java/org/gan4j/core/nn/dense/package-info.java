/**
 * Layers of vectors: affine maps, maxout, activations, dropout, and labels as inputs or projections.
 *
 * <p>Read first: {@link org.gan4j.core.nn.dense.Linear}, {@link org.gan4j.core.nn.dense.Activation} and
 * {@link org.gan4j.core.nn.dense.LabelProjection}.
 */
@NullMarked
package org.gan4j.core.nn.dense;

import org.jspecify.annotations.NullMarked;
