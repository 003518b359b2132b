/**
 * Kernels of our own in Java, with OpenBLAS for products; they run on every processor.
 *
 * <p>Read first: {@link org.gan4j.core.kernel.portable.PortableKernels} and {@code TiledElementwise}.
 */
@NullMarked
package org.gan4j.core.kernel.portable;

import org.jspecify.annotations.NullMarked;
