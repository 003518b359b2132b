/**
 * Standard game of a generator and a discriminator, and the parts that games of other kinds are made of.
 *
 * <p>Read first: {@link org.gan4j.core.game.adversarial.AdversarialGame}, then
 * {@link org.gan4j.core.game.adversarial.Minibatch} and {@link org.gan4j.core.game.adversarial.PlayerInitializer},
 * with which a game of another kind is written.
 */
@NullMarked
package org.gan4j.core.game.adversarial;

import org.jspecify.annotations.NullMarked;
