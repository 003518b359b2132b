/**
 * Plans: the jobs of an experiment as numbered lines of a file, each with its directory and the lines it comes after, so
 * that any engine on any machine runs line i into its own directory and nothing else.
 *
 * <p>Read first: {@link org.gan4j.experiments.plan.Plan}, {@link org.gan4j.experiments.plan.PlannedJob} and
 * {@link org.gan4j.experiments.plan.PlanFile}.
 */
@NullMarked
package org.gan4j.experiments.plan;

import org.jspecify.annotations.NullMarked;
