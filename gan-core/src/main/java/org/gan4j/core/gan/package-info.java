/**
 * Components of a GAN: generators, discriminators, latent distributions, labels, losses on raw scores, penalties and
 * sample transforms.
 *
 * <p>Read first: {@link org.gan4j.core.gan.Generator}, {@link org.gan4j.core.gan.Discriminator},
 * {@link org.gan4j.core.gan.AdversarialLoss} (where a new loss starts) and {@link org.gan4j.core.gan.Penalty}.
 */
@NullMarked
package org.gan4j.core.gan;

import org.jspecify.annotations.NullMarked;
