/**
 * Files of a run: its directory, its record and status, its provenance, and the files that grow by a line a step.
 *
 * <p>Read first: {@link org.gan4j.experiments.store.RunDirectory}, {@link org.gan4j.experiments.store.RunStatus} and
 * {@link org.gan4j.experiments.store.Provenance}.
 */
@NullMarked
package org.gan4j.experiments.store;

import org.jspecify.annotations.NullMarked;
