package org.gan4j.core.optim;

import org.gan4j.core.config.Family;

/**
 * Schedule: a value that depends on how far training has come: a rate, a momentum, a weight.
 *
 * <p>Schedules know nothing of how long a run will be, so a shorter run follows the beginning of a longer one.
 */
@Family("schedules")
@FunctionalInterface
public interface Schedule {
    /** Returns the value at a step; 0 is the first. */
    double at(long step);

    /** Returns a schedule that always has the same value. */
    static Schedule constant(double value) {
        return new ConstantSchedule(value);
    }

    /** Returns this schedule indexed by epochs, counted from 1, of the given number of steps each. */
    default Schedule perEpoch(int stepsPerEpoch) {
        return new EpochSchedule(this, stepsPerEpoch);
    }
}
