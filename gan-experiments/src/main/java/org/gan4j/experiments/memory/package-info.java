/**
 * Memory trial: trains for thousands of steps and says whether memory stays flat.
 *
 * <p>Read first: {@link org.gan4j.experiments.memory.MemoryTrial} and
 * {@link org.gan4j.experiments.memory.MemoryReport}.
 */
@NullMarked
package org.gan4j.experiments.memory;

import org.jspecify.annotations.NullMarked;
