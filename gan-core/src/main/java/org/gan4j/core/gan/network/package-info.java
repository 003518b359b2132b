/**
 * Networks of generators and discriminators, made once from what is known of the data: a generator's layers, a
 * discriminator's trunk and heads, an autoencoder.
 *
 * <p>Read first: {@link org.gan4j.core.gan.network.DiscriminatorNetwork},
 * {@link org.gan4j.core.gan.network.GeneratorNetwork} and {@link org.gan4j.core.gan.network.AutoencoderNetwork}.
 */
@NullMarked
package org.gan4j.core.gan.network;

import org.jspecify.annotations.NullMarked;
