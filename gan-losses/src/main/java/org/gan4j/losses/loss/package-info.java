/**
 * Losses of raw scores: one record per loss, its components the hyper-parameters, its formula the code.
 *
 * <p>Read first: {@link org.gan4j.losses.loss.NonSaturating}, the usual choice, and
 * {@link org.gan4j.losses.loss.Wasserstein}, the shortest.
 */
@NullMarked
package org.gan4j.losses.loss;

import org.jspecify.annotations.NullMarked;
