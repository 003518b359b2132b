package org.gan4j.core.training;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Metrics of one step, all computed before that step's last update.
 *
 * @param step the number of steps taken, this one included
 * @param values by name: "loss/d", "penalty/gradient" (with its weight), "score/real/mean", "probability/fake/deviation",
 *     "gradient-norm/d", "update-norm/g", "rate/g"
 */
public record StepMetrics(long step, SortedMap<String, Double> values) {
    public StepMetrics {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
