/**
 * Names of the strategies of gan-experiments in configurations.
 *
 * <p>Read first: {@link org.gan4j.experiments.binding.ExperimentsModule}.
 */
@NullMarked
package org.gan4j.experiments.binding;

import org.jspecify.annotations.NullMarked;
