/**
 * Names of the strategies of gan-core in configurations: one public Guice module, and its parts.
 *
 * <p>Read first: {@link org.gan4j.core.binding.CoreModule}, which installs the parts, and {@code GanModule}, one of them.
 */
@NullMarked
package org.gan4j.core.binding;

import org.jspecify.annotations.NullMarked;
