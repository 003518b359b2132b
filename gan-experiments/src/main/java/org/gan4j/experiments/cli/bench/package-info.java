/**
 * Commands of {@code gan bench}: what is measured, and how often, as options.
 *
 * <p>Read first: {@link org.gan4j.experiments.cli.bench.BenchCommand} and
 * {@link org.gan4j.experiments.cli.bench.BenchHost}.
 */
@NullMarked
package org.gan4j.experiments.cli.bench;

import org.jspecify.annotations.NullMarked;
