/**
 * Games that need more than scores: codes of an autoencoder, a balance variable, samples themselves.
 *
 * <p>Read first: {@link org.gan4j.losses.game.MomentMatching}, a game of one player, then
 * {@link org.gan4j.losses.game.BoundaryEquilibrium}, which has a variable of its own.
 */
@NullMarked
package org.gan4j.losses.game;

import org.jspecify.annotations.NullMarked;
