/**
 * Layers of images [height, width, channels]: convolutions, their transposes, pooling and upsampling.
 *
 * <p>Read first: {@link org.gan4j.core.nn.image.Convolution} and {@link org.gan4j.core.nn.image.TransposedConvolution}.
 */
@NullMarked
package org.gan4j.core.nn.image;

import org.jspecify.annotations.NullMarked;
