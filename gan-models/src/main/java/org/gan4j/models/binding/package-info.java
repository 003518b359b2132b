/**
 * Names of the strategies of gan-models in configurations.
 *
 * <p>Read first: {@link org.gan4j.models.binding.ModelsModule}.
 */
@NullMarked
package org.gan4j.models.binding;

import org.jspecify.annotations.NullMarked;
