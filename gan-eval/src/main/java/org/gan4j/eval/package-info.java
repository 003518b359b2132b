/**
 * Evaluators of a trained generator: estimates of declared measures, each with unit, direction, uncertainty and null floor.
 *
 * <p>Read first: {@link org.gan4j.eval.Evaluator}, {@link org.gan4j.eval.Measure} and {@link org.gan4j.eval.Estimate}, then
 * {@link org.gan4j.eval.SampleContext}, which is all an evaluator may know of a model.
 *
 * <p>The measures live in {@code density} (Parzen windows, exact log density), {@code coverage} (captured modes),
 * {@code neighbour} (labels and distances of nearest neighbours) and {@code statistics} (means over seeds).
 */
@NullMarked
package org.gan4j.eval;

import org.jspecify.annotations.NullMarked;
