/**
 * The same work in other frameworks, measured in turn with ours: the comparison behind {@code gan bench peers}.
 *
 * <p>Read first: {@link org.gan4j.experiments.bench.peer.Comparison}, how it is made, and
 * {@link org.gan4j.experiments.bench.peer.Peer}, what a framework has to bring.
 */
@NullMarked
package org.gan4j.experiments.bench.peer;

import org.jspecify.annotations.NullMarked;
