/**
 * Guice modules of gan-core: the names of its strategies in configurations.
 *
 * <p>Read first: {@link org.gan4j.core.binding.GanModule} and {@link org.gan4j.core.binding.DataModule}.
 */
@NullMarked
package org.gan4j.core.binding;

import org.jspecify.annotations.NullMarked;
