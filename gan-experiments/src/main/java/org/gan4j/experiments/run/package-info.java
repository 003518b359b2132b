/**
 * Runner of experiments: gives each job a directory, resumes or skips what is there, and writes the table.
 *
 * <p>Read first: {@link org.gan4j.experiments.run.ExperimentRunner} and
 * {@link org.gan4j.experiments.run.ResumePolicy}.
 */
@NullMarked
package org.gan4j.experiments.run;

import org.jspecify.annotations.NullMarked;
