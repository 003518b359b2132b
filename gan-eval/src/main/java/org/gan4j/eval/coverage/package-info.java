/**
 * Mode coverage: how many modes of its data a generator reaches.
 *
 * <p>Read first: {@link org.gan4j.eval.coverage.Modes} (the measure) and {@link org.gan4j.eval.coverage.ModeCount}
 * (the counting).
 */
@NullMarked
package org.gan4j.eval.coverage;

import org.jspecify.annotations.NullMarked;
