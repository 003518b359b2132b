/**
 * Hand-written looking digits drawn from strokes, images with labels that need no files; and three digits stacked as the colours
 * of one image.
 *
 * <p>Read first: {@link org.gan4j.core.data.digits.StrokeDigits}, {@link org.gan4j.core.data.digits.Glyphs} and
 * {@link org.gan4j.core.data.digits.Pen}; {@link org.gan4j.core.data.digits.StackedMnist}.
 */
@NullMarked
package org.gan4j.core.data.digits;

import org.jspecify.annotations.NullMarked;
