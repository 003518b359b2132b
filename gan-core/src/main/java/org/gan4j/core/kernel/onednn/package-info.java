/**
 * Kernels of the library oneDNN.
 *
 * <p>Read first: {@link org.gan4j.core.kernel.onednn.OneDnn} and {@link org.gan4j.core.kernel.onednn.OneDnnKernels}.
 */
@NullMarked
package org.gan4j.core.kernel.onednn;

import org.jspecify.annotations.NullMarked;
