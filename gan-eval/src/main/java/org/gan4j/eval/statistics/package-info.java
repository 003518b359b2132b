/**
 * Means over seeds and paired differences.
 *
 * <p>Read first: {@link org.gan4j.eval.statistics.Summary} and {@link org.gan4j.eval.statistics.PairedDifference}.
 */
@NullMarked
package org.gan4j.eval.statistics;

import org.jspecify.annotations.NullMarked;
