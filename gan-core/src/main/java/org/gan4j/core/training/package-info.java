/**
 * Training of a game: the trainer, the loop, and what listeners are told.
 *
 * <p>Read first: {@link org.gan4j.core.training.Trainer}, {@link org.gan4j.core.training.TrainingScheme}, which decides
 * who learns when, and {@link org.gan4j.core.training.TrainingPlan}.
 */
@NullMarked
package org.gan4j.core.training;

import org.jspecify.annotations.NullMarked;
