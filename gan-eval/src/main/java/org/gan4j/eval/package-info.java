/**
 * What a trained generator is worth: named estimates, each with the kind of its uncertainty.
 *
 * <p>Read {@link org.gan4j.eval.Estimate} first.
 */
@NullMarked
package org.gan4j.eval;

import org.jspecify.annotations.NullMarked;
