/**
 * Log-likelihoods: the Parzen-window estimate, its calibration ladder, and exact densities.
 *
 * <p>Read first: {@link org.gan4j.eval.density.Parzen} (the measure of the published tables),
 * {@link org.gan4j.eval.density.ParzenWindow} (its mathematics) and {@link org.gan4j.eval.density.CalibrationLadder}
 * (what the measure says of samples that need no training).
 */
@NullMarked
package org.gan4j.eval.density;

import org.jspecify.annotations.NullMarked;
