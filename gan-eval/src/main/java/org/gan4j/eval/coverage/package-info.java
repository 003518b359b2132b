/**
 * Whether a generator reaches all modes of its data.
 *
 * <p>Read {@link org.gan4j.eval.coverage.Modes} (the measure) and {@link org.gan4j.eval.coverage.ModeCount} (the
 * counting).
 */
@NullMarked
package org.gan4j.eval.coverage;

import org.jspecify.annotations.NullMarked;
