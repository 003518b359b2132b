package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Default;
import org.gan4j.core.config.Require;

/**
 * Geometric schedule: a value that is multiplied by the same factor at each step and never falls below a floor.
 *
 * <p>value(t) = max(start * factor^t, floor).
 *
 * @param start the value at index 0, above 0
 * @param factor the factor, in (0, 1]
 * @param floor the least value, from 0 to {@code start}
 */
@About(
        value = "A value multiplied by the same factor at each step, down to a floor.",
        formula = "max(start factor^t, floor)")
public record GeometricSchedule(
        double start, double factor, @Default("0") double floor) implements Schedule {
    /** Checks the settings. */
    public GeometricSchedule {
        Require.that(start > 0 && start < Double.POSITIVE_INFINITY, "start", start, "a finite number above 0");
        Require.that(factor > 0 && factor <= 1, "factor", factor, "in (0, 1]");
        Require.that(floor >= 0 && floor <= start, "floor", floor, "from 0 to start = " + start);
    }

    /** Returns the schedule max(start / divisor^t, floor), for a divisor of at least 1. */
    public static GeometricSchedule dividing(double start, double divisor, double floor) {
        Require.that(divisor >= 1 && divisor < Double.POSITIVE_INFINITY, "divisor", divisor, "at least 1");
        return new GeometricSchedule(start, 1 / divisor, floor);
    }

    @Override
    public double at(long step) {
        return Math.max(start * StrictMath.pow(factor, (double) step), floor);
    }
}
