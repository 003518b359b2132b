/**
 * Initial weights.
 *
 * <p>Read first: {@link org.gan4j.core.nn.init.Initializer}, {@link org.gan4j.core.nn.init.Fan} and
 * {@link org.gan4j.core.nn.init.Glorot}.
 */
@NullMarked
package org.gan4j.core.nn.init;

import org.jspecify.annotations.NullMarked;
