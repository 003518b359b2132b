/**
 * The names of the data sets in configurations.
 *
 * <p>Read first: {@link org.gan4j.core.data.binding.DataModule}.
 */
@NullMarked
package org.gan4j.core.data.binding;

import org.jspecify.annotations.NullMarked;
