/**
 * Tensors, derivatives, random streams, networks, optimizers, data, games and their training; a package each.
 *
 * <p>Read first: {@link org.gan4j.core.tensor.Tensor}, {@link org.gan4j.core.gan.AdversarialLoss},
 * {@link org.gan4j.core.game.Game} and {@link org.gan4j.core.training.Trainer}.
 */
@NullMarked
package org.gan4j.core;

import org.jspecify.annotations.NullMarked;
