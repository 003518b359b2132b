/**
 * Worlds of finitely many points, on which what a loss does can be computed exactly: the best scores, the
 * discriminator's loss there, and the divergences between the two distributions.
 *
 * <p>Read first: {@link org.gan4j.core.gan.finite.FiniteWorld}, then {@link org.gan4j.core.gan.finite.OptimalDiscriminator},
 * which finds the discriminator that no other beats, and {@link org.gan4j.core.gan.finite.InducedDivergence}, which
 * says what the generator lowers against it.
 */
@NullMarked
package org.gan4j.core.gan.finite;

import org.jspecify.annotations.NullMarked;
