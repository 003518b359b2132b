package org.gan4j.experiments.training;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.io.ExitCode;
import org.gan4j.core.io.UserError;

/**
 * So many passes through the training data of the player that learns most often; steps = ceil(epochs x batches per epoch /
 * batches per step).
 *
 * @param epochs at least 1
 * @param batchesPerStep how many batches that player takes in a step of the scheme, at least 1: 5 for a critic that learns
 *     five times per step
 */
@About(
        value = "So many passes through the training data of the player that learns most often.",
        formula = "steps = ceil(epochs x batches per epoch / batchesPerStep)")
public record Epochs(int epochs, @Default("1") int batchesPerStep) implements TrainingLength {
    /** Checks the numbers. */
    public Epochs {
        Require.that(epochs >= 1, "epochs", epochs, "at least 1");
        Require.that(batchesPerStep >= 1, "batchesPerStep", batchesPerStep, "at least 1");
    }

    /** Returns so many passes for a scheme that takes one batch per step. */
    public static Epochs of(int epochs) {
        return new Epochs(epochs, 1);
    }

    @Override
    public long steps(BatchSource batches) {
        double perEpoch = stepsPerEpoch(batches);
        if (Double.isInfinite(perEpoch)) {
            throw new UserError(
                    ExitCode.CONFIGURATION,
                    "the data are drawn afresh for every batch, so they have no epochs",
                    "length",
                    "Give a number of steps: length=5000.");
        }
        return (long) Math.ceil(epochs * perEpoch);
    }

    @Override
    public double stepsPerEpoch(BatchSource batches) {
        return batches.batchesPerEpoch() / batchesPerStep;
    }
}
