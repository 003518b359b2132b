/**
 * Games between named players: who plays, what each minimises, and all that a training remembers of them.
 *
 * <p>Read first: {@link org.gan4j.core.game.Game}, {@link org.gan4j.core.game.GameState} and
 * {@link org.gan4j.core.game.GameLosses}.
 */
@NullMarked
package org.gan4j.core.game;

import org.jspecify.annotations.NullMarked;
