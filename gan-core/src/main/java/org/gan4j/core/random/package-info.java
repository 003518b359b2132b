/**
 * Named random streams: immutable values that draw the same numbers whenever, wherever and in whatever order they
 * are drawn from.
 *
 * <p>Read first: {@link org.gan4j.core.random.RandomStream} and {@code Threefry}, the generator behind it.
 */
@NullMarked
package org.gan4j.core.random;

import org.jspecify.annotations.NullMarked;
