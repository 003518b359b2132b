/**
 * Choice of kernels: a set by name, or by operation and size from a table that is fixed in the source.
 *
 * <p>Read first: {@link org.gan4j.core.kernel.select.KernelSets}, {@code AutoKernels} and
 * {@link org.gan4j.core.kernel.select.KernelTable}.
 */
@NullMarked
package org.gan4j.core.kernel.select;

import org.jspecify.annotations.NullMarked;
