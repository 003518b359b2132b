package org.gan4j.core.optim;

import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;

/**
 * Linear schedule: a straight line from one value to another, level before and after.
 *
 * <p>value(t) = from + (to - from) * clip((t - first) / (last - first), 0, 1).
 *
 * @param from the value until {@code first}
 * @param to the value from {@code last} on
 * @param first the index at which the line begins, at least 0
 * @param last the index at which it ends, above {@code first}
 */
@About(
        value = "A straight line from one value to another, level before and after.",
        formula = "from + (to - from) clip((t - first) / (last - first), 0, 1)")
public record LinearSchedule(double from, double to, long first, long last) implements Schedule {
    /** Checks the settings. */
    public LinearSchedule {
        Settings.finite("from", from);
        Settings.finite("to", to);
        Require.that(first >= 0, "first", first, "at least 0");
        Require.that(last > first, "last", last, "above first = " + first);
    }

    @Override
    public double at(long step) {
        if (step >= last) {
            return to;
        }
        return step <= first ? from : from + (to - from) * ((double) (step - first) / (last - first));
    }
}
