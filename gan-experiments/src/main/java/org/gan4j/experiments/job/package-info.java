/**
 * Experiments and their jobs: a list of jobs, each a record of configuration in and a record of results out, and a
 * table of the results.
 *
 * <p>Read first: {@link org.gan4j.experiments.job.Experiment}, {@link org.gan4j.experiments.job.Job} and
 * {@link org.gan4j.experiments.job.JobContext}.
 */
@NullMarked
package org.gan4j.experiments.job;

import org.jspecify.annotations.NullMarked;
