/**
 * Images as PNG bytes: grids of samples, scatters of two-dimensional samples with their target modes, line charts.
 *
 * <p>Read first: {@link org.gan4j.experiments.plot.SampleGrid}, {@link org.gan4j.experiments.plot.Plot} and
 * {@link org.gan4j.experiments.plot.Figure}, which arranges plots.
 *
 * <p>Everything is drawn by {@link org.gan4j.experiments.plot.Canvas} with a small bitmap font: no display, no
 * installed fonts, and the same bytes every time.
 */
@NullMarked
package org.gan4j.experiments.plot;

import org.jspecify.annotations.NullMarked;
