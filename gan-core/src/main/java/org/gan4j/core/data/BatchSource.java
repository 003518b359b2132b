package org.gan4j.core.data;

import org.gan4j.core.random.RandomStream;

/**
 * Batches to train on, in an endless numbered sequence.
 *
 * <p>Batch {@code index} depends on the seed and on {@code index} only, so that a resumed run needs no iterator
 * state. A scheme that takes several batches per step numbers them itself, for example {@code step * turns + turn}.
 */
public interface BatchSource {

    /**
     * Returns batch number {@code index}, of {@link #batchSize()} samples.
     *
     * @throws IllegalArgumentException if {@code index} is negative
     */
    Samples batch(long index);

    /** Returns the number of samples in every batch. */
    int batchSize();

    /**
     * Returns how many batches pass through the training data once, n / batchSize; it need not be whole. Positive
     * infinity when every batch is drawn afresh.
     */
    double batchesPerEpoch();

    /**
     * Returns batches of a data set's training rows, reshuffled each epoch.
     *
     * <p>The batches run without a gap through one permutation after the other: every row occurs once per epoch, none
     * is dropped, and a batch at the seam takes the end of one epoch and the beginning of the next.
     *
     * @param random the stream of the data order; epoch e is shuffled by {@code random.split(e)}
     * @throws org.gan4j.core.io.UserError if the batch is larger than the training split
     */
    static BatchSource shuffled(Dataset dataset, int batchSize, RandomStream random) {
        return EpochBatches.of(dataset, batchSize, random);
    }

    /**
     * Returns batches for games without data, such as a game of two numbers: every one is a single scalar 0, which the game
     * does not read, and there is no epoch.
     */
    static BatchSource none() {
        return new NoBatches(1);
    }
}
