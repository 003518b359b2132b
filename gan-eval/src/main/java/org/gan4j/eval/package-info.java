/**
 * What a trained generator is worth: named estimates, each with the kind of its uncertainty.
 *
 * <p>Read {@link org.gan4j.eval.Evaluator} and {@link org.gan4j.eval.Estimate} first, then {@link
 * org.gan4j.eval.SampleContext}, which is all an evaluator may know of a model. The measures live in {@code density}
 * (Parzen windows, exact log density), {@code coverage} (captured modes), {@code neighbour} (labels and distances of nearest
 * neighbours) and {@code statistics} (means over seeds).
 */
@NullMarked
package org.gan4j.eval;

import org.jspecify.annotations.NullMarked;
