package org.gan4j.experiments.training;

import java.util.List;
import org.gan4j.core.game.MetricGroup;

/**
 * Titles of the metrics of a run, which stand beside them.
 *
 * @param groups in the order of their charts
 */
public record MetricGroups(List<MetricGroup> groups) {}
