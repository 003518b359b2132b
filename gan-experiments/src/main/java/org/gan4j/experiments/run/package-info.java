/**
 * Runs experiments: an {@link org.gan4j.experiments.run.Experiment} is a list of
 * {@link org.gan4j.experiments.run.Job}s and a way to make a table of their results; the
 * {@link org.gan4j.experiments.run.ExperimentRunner} gives each job a
 * {@link org.gan4j.experiments.run.RunDirectory}, resumes or skips what is there, and writes the table.
 */
@NullMarked
package org.gan4j.experiments.run;

import org.jspecify.annotations.NullMarked;
