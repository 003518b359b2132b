/**
 * Names of the strategies of gan-losses in configurations: one public Guice module, and its parts.
 *
 * <p>Read first: {@link org.gan4j.losses.binding.LossesModule}, which installs the parts; then
 * {@link org.gan4j.losses.loss.NonSaturating}, one of the losses.
 */
@NullMarked
package org.gan4j.losses.binding;

import org.jspecify.annotations.NullMarked;
