/**
 * Penalties: terms of the discriminator's loss that look at the score as a function, one record each.
 *
 * <p>Read first: {@link org.gan4j.losses.penalty.GradientPenalty}, which all penalties on gradients are settings of, and
 * {@link org.gan4j.losses.penalty.GradientPoints}, where the gradient is taken.
 */
@NullMarked
package org.gan4j.losses.penalty;

import org.jspecify.annotations.NullMarked;
