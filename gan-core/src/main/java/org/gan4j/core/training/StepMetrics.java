package org.gan4j.core.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.game.Game;
import org.gan4j.core.game.MetricGroup;

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

    /** Returns the titles of all metrics of trainings of a game, in the order of their charts. */
    public static List<MetricGroup> groups(Game game) {
        List<MetricGroup> groups = new ArrayList<>();
        groups.add(PlayerGradients.LOSSES);
        groups.addAll(game.metricGroups());
        groups.addAll(PlayerUpdate.METRICS);
        return groups;
    }
}
