package org.gan4j.experiments.training;

import org.gan4j.core.config.Family;
import org.gan4j.core.data.BatchSource;

/** How long to train: a number of steps, or of passes through the data. */
@Family("lengths")
public interface TrainingLength {
    /** Returns the number of steps for these batches. */
    long steps(BatchSource batches);

    /**
     * Returns how many steps are one pass through the data; infinite when every batch is drawn afresh. By default a step is
     * taken to use one batch.
     */
    default double stepsPerEpoch(BatchSource batches) {
        return batches.batchesPerEpoch();
    }
}
