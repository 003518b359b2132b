/**
 * Measurements of a machine's speed, and of how much of it a training step uses: what {@code gan bench} runs.
 *
 * <p>Read first: {@link org.gan4j.experiments.bench.BenchCase}, what is measured, and
 * {@link org.gan4j.experiments.bench.Bench}, how.
 */
@NullMarked
package org.gan4j.experiments.bench;

import org.jspecify.annotations.NullMarked;
