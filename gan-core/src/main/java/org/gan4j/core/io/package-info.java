/**
 * Files, and the errors a user can act on: the one class that writes files, the lock of a run directory, and NumPy's
 * npy and npz formats.
 *
 * <p>Read first: {@link org.gan4j.core.io.UserError}, {@link org.gan4j.core.io.FileStore} and
 * {@link org.gan4j.core.io.NpzReader} with {@link org.gan4j.core.io.NpzWriter}.
 */
@NullMarked
package org.gan4j.core.io;

import org.jspecify.annotations.NullMarked;
