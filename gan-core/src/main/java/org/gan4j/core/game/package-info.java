/**
 * Games between named players and what it takes to train one.
 *
 * <p>Read first: {@link org.gan4j.core.game.AdversarialGame}, the standard game of a generator and a discriminator;
 * {@link org.gan4j.core.game.AdversarialLoss}, where a new loss starts; {@link org.gan4j.core.game.TrainingScheme}, which
 * decides who learns when; and {@link org.gan4j.core.game.Trainer}, which repeats it. A game of another kind is made of
 * {@link org.gan4j.core.game.StartingPlayers} and {@link org.gan4j.core.game.Round}.
 */
@NullMarked
package org.gan4j.core.game;

import org.jspecify.annotations.NullMarked;
