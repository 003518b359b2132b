/**
 * Benchmarks of the kernels through the tensors that use them, for JMH.
 *
 * <p>Read first: {@link org.gan4j.benchmarks.KernelChoice}, how a kernel set is chosen, then
 * {@link org.gan4j.benchmarks.Products}.
 */
@NullMarked
package org.gan4j.benchmarks;

import org.jspecify.annotations.NullMarked;
