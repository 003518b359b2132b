/**
 * What happens to samples before the discriminator sees them: packing and noise for all its turns, augmentations for the
 * penalty on consistency.
 *
 * <p>Read first: {@link org.gan4j.losses.transform.Packing} and {@link org.gan4j.losses.transform.InstanceNoise}.
 */
@NullMarked
package org.gan4j.losses.transform;

import org.jspecify.annotations.NullMarked;
