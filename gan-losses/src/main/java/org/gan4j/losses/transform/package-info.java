/**
 * Sample transforms, applied before the discriminator scores samples: packing and noise for all its turns,
 * augmentations for the consistency penalty.
 *
 * <p>Read first: {@link org.gan4j.losses.transform.Packing} and {@link org.gan4j.losses.transform.InstanceNoise}.
 */
@NullMarked
package org.gan4j.losses.transform;

import org.jspecify.annotations.NullMarked;
