package org.gan4j.experiments.training;

import org.gan4j.core.config.About;
import org.gan4j.core.data.BatchSource;

/**
 * So many steps of the scheme.
 *
 * @param steps at least 1
 */
@About("So many steps of the training scheme.")
public record Steps(long steps) implements TrainingLength {
    /** Checks the number. */
    public Steps {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, but is " + steps);
        }
    }

    @Override
    public long steps(BatchSource batches) {
        return steps;
    }
}
