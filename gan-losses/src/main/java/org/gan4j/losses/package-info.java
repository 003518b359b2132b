/**
 * Loss families and penalties, one record each, and the modules that give them names.
 *
 * <p>Read first: {@link org.gan4j.losses.LossesModule} and {@link org.gan4j.losses.PenaltiesModule} for the lists,
 * then {@link org.gan4j.losses.loss.NonSaturating}, one of the losses.
 */
@NullMarked
package org.gan4j.losses;

import org.jspecify.annotations.NullMarked;
