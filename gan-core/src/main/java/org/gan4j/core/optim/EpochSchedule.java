package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;

/**
 * A schedule indexed by epochs instead of steps; the first epoch is 1.
 *
 * <p>value(t) = schedule(1 + floor(t / stepsPerEpoch)). With n training examples and batches of b, an epoch has n / b
 * steps.
 *
 * @param schedule the schedule of epochs
 * @param stepsPerEpoch the number of optimizer steps in an epoch, at least 1
 */
@About(
        value = "Another schedule, indexed by epochs that count from 1.",
        formula = "schedule(1 + floor(t / stepsPerEpoch))")
public record EpochSchedule(Schedule schedule, int stepsPerEpoch) implements Schedule {
    /** Checks the settings. */
    public EpochSchedule {
        Require.that(stepsPerEpoch >= 1, "stepsPerEpoch", stepsPerEpoch, "at least 1");
    }

    @Override
    public double at(long step) {
        return schedule.at(1 + step / stepsPerEpoch);
    }
}
