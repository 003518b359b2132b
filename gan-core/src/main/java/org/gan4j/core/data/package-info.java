/**
 * Samples, splits, batches, densities and modes: data as everybody else sees them.
 *
 * <p>Read first: {@link org.gan4j.core.data.Dataset} (data that are open), {@link org.gan4j.core.data.DataSource}
 * (the strategy that opens them), {@link org.gan4j.core.data.BatchSource} and {@link org.gan4j.core.data.Samples}.
 *
 * <p>The data sets themselves live in the packages below: {@code synthetic}, {@code digits} and {@code file};
 * {@code download} fetches files. {@code core.binding} names every data set for the configuration.
 */
@NullMarked
package org.gan4j.core.data;

import org.jspecify.annotations.NullMarked;
