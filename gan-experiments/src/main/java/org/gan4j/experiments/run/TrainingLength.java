package org.gan4j.experiments.run;

import org.gan4j.core.data.BatchSource;

/** How long to train: a number of steps, or of passes through the data. */
public interface TrainingLength {
    /** Returns the number of steps for these batches. */
    long steps(BatchSource batches);
}
