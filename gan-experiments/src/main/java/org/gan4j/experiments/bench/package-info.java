/**
 * How fast this machine is, and how much of that a training step uses: the measurements behind {@code gan bench}.
 *
 * <p>Read first: {@link org.gan4j.experiments.bench.BenchCase}, what is measured, and
 * {@link org.gan4j.experiments.bench.Bench}, how.
 */
@NullMarked
package org.gan4j.experiments.bench;

import org.jspecify.annotations.NullMarked;
