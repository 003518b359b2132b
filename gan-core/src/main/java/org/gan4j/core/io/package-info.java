/**
 * Files, and the errors a user can act on: the one class that writes files, and the lock of a run directory.
 *
 * <p>Read first: {@link org.gan4j.core.io.UserError} and {@link org.gan4j.core.io.FileStore}.
 */
@NullMarked
package org.gan4j.core.io;

import org.jspecify.annotations.NullMarked;
