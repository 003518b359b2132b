/**
 * F-divergences: one record each, its mathematics a convex function f and its derivative.
 *
 * <p>Read first: {@link org.gan4j.losses.loss.divergence.FDivergence} and
 * {@link org.gan4j.losses.loss.divergence.KullbackLeibler}, then {@link org.gan4j.losses.loss.FDivergenceLoss}, the
 * loss made of one.
 */
@NullMarked
package org.gan4j.losses.loss.divergence;

import org.jspecify.annotations.NullMarked;
