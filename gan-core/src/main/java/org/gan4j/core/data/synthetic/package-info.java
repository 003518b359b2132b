/**
 * Distributions to draw training data from, with exact densities and modes where they exist.
 *
 * <p>Read first: {@link org.gan4j.core.data.synthetic.Distribution}, {@link org.gan4j.core.data.synthetic.Ring} and
 * {@link org.gan4j.core.data.synthetic.GaussianMixture}.
 */
@NullMarked
package org.gan4j.core.data.synthetic;

import org.jspecify.annotations.NullMarked;
