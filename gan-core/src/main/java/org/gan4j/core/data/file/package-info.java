/**
 * Data sets read from files: IDX (MNIST and its likes) and npz; strict readers that say what is wrong and where.
 *
 * <p>Read first: {@link org.gan4j.core.data.file.Mnist}, {@link org.gan4j.core.data.file.Npz} and
 * {@link org.gan4j.core.data.file.IdxFile}.
 */
@NullMarked
package org.gan4j.core.data.file;

import org.jspecify.annotations.NullMarked;
