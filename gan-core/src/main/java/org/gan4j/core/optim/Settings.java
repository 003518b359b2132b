package org.gan4j.core.optim;

import org.gan4j.core.config.Require;

/** Checks of settings, NaN-proof: a condition that NaN makes false refuses NaN. */
final class Settings {
    private Settings() {}

    static void finite(String name, double value) {
        Require.that(Math.abs(value) < Double.POSITIVE_INFINITY, name, value, "a finite number");
    }

    /** Returns the schedule's value, a rate. */
    static double rate(Schedule schedule, long step) {
        return atLeastZero("rate", schedule.at(step), step);
    }

    static double atLeastZero(String name, double value, long step) {
        Require.that(
                value >= 0 && value < Double.POSITIVE_INFINITY,
                "The " + name + " at step " + step,
                value,
                "a finite number of at least 0");
        return value;
    }

    /** Refuses a constant that is out of range when the record is made, not at the first step. */
    static void startsAtLeastZero(String name, Schedule schedule) {
        double value = schedule.at(0);
        Require.that(value >= 0 && value < Double.POSITIVE_INFINITY, name, value, "a finite number of at least 0");
    }
}
