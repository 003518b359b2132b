/**
 * Training job: its session, its evaluations, its selection on validation data, and what can be opened afterwards.
 *
 * <p>Read first: {@link org.gan4j.experiments.training.TrainingJob},
 * {@link org.gan4j.experiments.training.TrainingSession} and {@link org.gan4j.experiments.training.TrainedRun}.
 */
@NullMarked
package org.gan4j.experiments.training;

import org.jspecify.annotations.NullMarked;
