/**
 * Memory outside the Java heap: blocks of elements, the pool they come from, and the native libraries' settings.
 *
 * <p>Read first: {@link org.gan4j.core.memory.Block} and {@link org.gan4j.core.memory.Memory}.
 */
@NullMarked
package org.gan4j.core.memory;

import org.jspecify.annotations.NullMarked;
