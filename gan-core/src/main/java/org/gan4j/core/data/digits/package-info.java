/**
 * Hand-written looking digits drawn from strokes: images with labels that need no files.
 *
 * <p>Read first: {@link org.gan4j.core.data.digits.StrokeDigits}, {@link org.gan4j.core.data.digits.Glyphs} and
 * {@link org.gan4j.core.data.digits.Pen}.
 */
@NullMarked
package org.gan4j.core.data.digits;

import org.jspecify.annotations.NullMarked;
