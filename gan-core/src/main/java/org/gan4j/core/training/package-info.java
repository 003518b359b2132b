/**
 * Training of a game: the trainer, the loop, the gradients of players and their updates, and what listeners are told.
 *
 * <p>Read first: {@link org.gan4j.core.training.Trainer}, {@link org.gan4j.core.training.TrainingScheme}, which decides
 * who is updated when, {@link org.gan4j.core.training.PlayerGradients}, of which schemes are made, and
 * {@link org.gan4j.core.training.TrainingPlan}.
 */
@NullMarked
package org.gan4j.core.training;

import org.jspecify.annotations.NullMarked;
