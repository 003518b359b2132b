/**
 * Comparison with other frameworks, which do the same work in turn with ours: what {@code gan bench peers} runs.
 *
 * <p>Read first: {@link org.gan4j.experiments.bench.peer.Comparison}, how it is made, and
 * {@link org.gan4j.experiments.bench.peer.Peer}, what a framework has to bring.
 */
@NullMarked
package org.gan4j.experiments.bench.peer;

import org.jspecify.annotations.NullMarked;
