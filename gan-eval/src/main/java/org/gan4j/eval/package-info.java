/**
 * Evaluators of a trained generator: named estimates, each with the kind of its uncertainty.
 *
 * <p>Read first: {@link org.gan4j.eval.Evaluator} and {@link org.gan4j.eval.Estimate}, then
 * {@link org.gan4j.eval.SampleContext}, which is all an evaluator may know of a model.
 *
 * <p>The measures live in {@code density} (Parzen windows, exact log density), {@code coverage} (captured modes),
 * {@code neighbour} (labels and distances of nearest neighbours) and {@code statistics} (means over seeds).
 */
@NullMarked
package org.gan4j.eval;

import org.jspecify.annotations.NullMarked;
