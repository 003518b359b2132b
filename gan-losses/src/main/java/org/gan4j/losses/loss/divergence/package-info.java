/**
 * The f-divergences: one record each, its mathematics a convex function f and its derivative.
 *
 * <p>Read first: {@link org.gan4j.losses.loss.divergence.FDivergence}, then
 * {@link org.gan4j.losses.loss.divergence.KullbackLeibler}. The loss made of one is
 * {@link org.gan4j.losses.loss.FDivergenceLoss}.
 */
@NullMarked
package org.gan4j.losses.loss.divergence;

import org.jspecify.annotations.NullMarked;
