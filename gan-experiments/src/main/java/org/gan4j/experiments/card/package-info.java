/**
 * Cards: what a loss or a penalty amounts to, computed from its own code: best scores, divergences, gradient weights, and a
 * configuration that runs.
 *
 * <p>Read first: {@link org.gan4j.experiments.card.LossCard}, then {@link org.gan4j.experiments.card.LossFigure}, which
 * draws the same as curves.
 */
@NullMarked
package org.gan4j.experiments.card;

import org.jspecify.annotations.NullMarked;
