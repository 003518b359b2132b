/**
 * Work on several threads, cut by its size alone, so that the digits do not depend on the number of threads.
 *
 * <p>Read first: {@link org.gan4j.core.kernel.parallel.Parallel} and
 * {@link org.gan4j.core.kernel.parallel.ProductPartition}.
 */
@NullMarked
package org.gan4j.core.kernel.parallel;

import org.jspecify.annotations.NullMarked;
