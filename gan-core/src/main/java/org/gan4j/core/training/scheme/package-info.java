/**
 * Training schemes: who learns when, and from which gradients.
 *
 * <p>Read first: {@link org.gan4j.core.training.scheme.Alternating}, algorithm 1 of the 2014 paper, then
 * {@link org.gan4j.core.training.scheme.Simultaneous}.
 */
@NullMarked
package org.gan4j.core.training.scheme;

import org.jspecify.annotations.NullMarked;
