package org.gan4j.experiments.training;

import org.gan4j.eval.ValidationMeasure;

/**
 * Chooses the state to report by a measure on validation data, as early stopping does.
 *
 * @param every how many steps lie between two candidates
 * @param measure higher is better; it must not look at test data
 */
public record CheckpointSelection(long every, ValidationMeasure measure) {
    /** Checks the interval. */
    public CheckpointSelection {
        if (every < 1) {
            throw new IllegalArgumentException("every must be at least 1 step, but is " + every);
        }
    }
}
