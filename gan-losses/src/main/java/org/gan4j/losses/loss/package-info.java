/**
 * Losses of raw scores: one record per loss, its components the hyper-parameters, its formula the code.
 *
 * <p>Read first: {@link org.gan4j.losses.loss.NonSaturating}, the usual choice, and {@link org.gan4j.losses.loss.Hinge},
 * the shortest; then {@link org.gan4j.losses.loss.FDivergenceLoss}, a loss for every f-divergence, and
 * {@link org.gan4j.losses.loss.Relativistic}, which puts differences of scores through the terms of another loss.
 */
@NullMarked
package org.gan4j.losses.loss;

import org.jspecify.annotations.NullMarked;
