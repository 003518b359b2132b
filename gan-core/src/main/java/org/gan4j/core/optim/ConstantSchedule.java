package org.gan4j.core.optim;

import org.gan4j.core.config.About;

/**
 * Constant schedule: the same value at every step; in a configuration a bare number means this.
 *
 * @param value the value, finite
 */
@About("The same value at every step; a bare number means this.")
public record ConstantSchedule(double value) implements Schedule {
    /** Checks the value. */
    public ConstantSchedule {
        Settings.finite("value", value);
    }

    @Override
    public double at(long step) {
        return value;
    }
}
