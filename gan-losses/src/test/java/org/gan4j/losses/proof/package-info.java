/**
 * Proofs about single losses on finite worlds, against oracles of their own: linear programmes, linear systems,
 * identities of divergences.
 *
 * <p>Read first: {@link org.gan4j.losses.proof.WassersteinDualityTest}.
 */
@NullMarked
package org.gan4j.losses.proof;

import org.jspecify.annotations.NullMarked;
