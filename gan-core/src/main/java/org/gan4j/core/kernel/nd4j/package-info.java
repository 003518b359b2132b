/**
 * Kernels of ND4J's operations: a second implementation, and the reference of tests.
 *
 * <p>Read first: {@link org.gan4j.core.kernel.nd4j.Nd4jKernels} and {@link org.gan4j.core.kernel.nd4j.BlockViews}.
 */
@NullMarked
package org.gan4j.core.kernel.nd4j;

import org.jspecify.annotations.NullMarked;
