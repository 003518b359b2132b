/**
 * Interfaces of the kernels, the loops that read and write blocks; nothing here knows of tensors or derivatives.
 *
 * <p>Read first: {@link org.gan4j.core.kernel.KernelSet} and {@link org.gan4j.core.kernel.ElementwiseKernels}.
 */
@NullMarked
package org.gan4j.core.kernel;

import org.jspecify.annotations.NullMarked;
