/**
 * Loss families and penalties, one record each, and the module that gives them names.
 *
 * <p>Read first: {@link org.gan4j.losses.LossesModule} for the list, then any record of
 * {@link org.gan4j.losses.loss}.
 */
@NullMarked
package org.gan4j.losses;

import org.jspecify.annotations.NullMarked;
