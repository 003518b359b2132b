/**
 * Storage blocks and the kernels that read and write them; nothing here knows of tensors or derivatives.
 *
 * <p>Read first: {@link org.gan4j.core.tensor.kernel.Block}, {@link org.gan4j.core.tensor.kernel.KernelSet} and
 * {@link org.gan4j.core.tensor.kernel.ElementwiseKernels}.
 */
@NullMarked
package org.gan4j.core.tensor.kernel;

import org.jspecify.annotations.NullMarked;
