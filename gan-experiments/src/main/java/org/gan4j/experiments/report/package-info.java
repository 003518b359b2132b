/**
 * Reports of a run: its pages in HTML, and the event file that TensorBoard reads.
 *
 * <p>Read first: {@link org.gan4j.experiments.report.Page} and {@link org.gan4j.experiments.report.EventFile}.
 *
 * <p>Nothing here knows runs or experiments; what to show is composed by those who have it.
 */
@NullMarked
package org.gan4j.experiments.report;

import org.jspecify.annotations.NullMarked;
