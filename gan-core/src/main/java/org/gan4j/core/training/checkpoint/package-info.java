/**
 * Checkpoints: npz files that hold the whole state of a training, written and read without a lost bit.
 *
 * <p>Read first: {@link org.gan4j.core.training.checkpoint.Checkpoints},
 * {@link org.gan4j.core.training.checkpoint.Checkpoint} and {@link org.gan4j.core.training.checkpoint.SavedWeights}, of which
 * another training can start.
 */
@NullMarked
package org.gan4j.core.training.checkpoint;

import org.jspecify.annotations.NullMarked;
