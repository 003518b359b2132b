/**
 * Arrays in NumPy's npy and npz formats.
 *
 * <p>Read first: {@link org.gan4j.core.io.npy.NpyArray}, {@link org.gan4j.core.io.npy.NpzReader} and
 * {@link org.gan4j.core.io.npy.NpzWriter}.
 */
@NullMarked
package org.gan4j.core.io.npy;

import org.jspecify.annotations.NullMarked;
