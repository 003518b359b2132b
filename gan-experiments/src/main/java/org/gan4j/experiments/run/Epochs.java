package org.gan4j.experiments.run;

import org.gan4j.core.config.About;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * So many passes through the training data; steps = ceil(epochs x batches per epoch), for a scheme that takes one batch
 * per step.
 *
 * @param epochs at least 1
 */
@About("So many passes through the training data.")
public record Epochs(int epochs) implements TrainingLength {
    /** Checks the number. */
    public Epochs {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, but is " + epochs);
        }
    }

    @Override
    public long steps(BatchSource batches) {
        double perEpoch = batches.batchesPerEpoch();
        if (Double.isInfinite(perEpoch)) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    "the data are drawn afresh for every batch, so they have no epochs",
                    "length",
                    "Give a number of steps: length=5000.");
        }
        return (long) Math.ceil(epochs * perEpoch);
    }
}
