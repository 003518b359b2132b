package org.gan4j.core.optim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;

/**
 * Step schedule: values[0] before boundaries[0], values[i] from boundaries[i - 1] on.
 *
 * @param values the values, one more than boundaries
 * @param boundaries the indices at which the value changes, increasing
 */
@About(value = "A staircase of values.", formula = "values[i] from boundaries[i - 1] on")
public record StepSchedule(List<Double> values, List<Long> boundaries) implements Schedule {
    /** Checks the settings and takes unmodifiable copies. */
    public StepSchedule {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        boundaries = Collections.unmodifiableList(new ArrayList<>(boundaries));
        Require.that(
                values.size() == boundaries.size() + 1,
                "values",
                values,
                "one more than the boundaries, of which there are " + boundaries.size());
        values.forEach(value -> Settings.finite("values", value));
        long previous = 0;
        for (Long boundary : boundaries) {
            Require.that(boundary > previous, "boundaries", boundaries, "increasing numbers above 0");
            previous = boundary;
        }
    }

    @Override
    public double at(long step) {
        int i = 0;
        while (i < boundaries.size() && step >= boundaries.get(i)) {
            i++;
        }
        return values.get(i);
    }
}
