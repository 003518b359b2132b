/**
 * Distances between rows of numbers, and the kernels on them: right to a bound that the code knows.
 *
 * <p>Read first: {@link org.gan4j.core.distance.SquaredDistances} (how, and with what error), then
 * {@link org.gan4j.core.distance.NearestRows} and {@link org.gan4j.core.distance.MaximumMeanDiscrepancy}.
 */
@NullMarked
package org.gan4j.core.distance;

import org.jspecify.annotations.NullMarked;
