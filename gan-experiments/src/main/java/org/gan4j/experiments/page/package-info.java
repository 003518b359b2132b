/**
 * Pages to look at: the report of a run and that of an experiment.
 *
 * <p>Read first: {@link org.gan4j.experiments.page.RunReport} and {@link org.gan4j.experiments.page.ExperimentPage}.
 */
@NullMarked
package org.gan4j.experiments.page;

import org.jspecify.annotations.NullMarked;
