package org.gan4j.experiments.paper;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gan4j.experiments.job.MayDiverge;

/**
 * What a figure of the 2014 paper is drawn from.
 *
 * @param rows numbers for the table, by row and column
 * @param curves values over a common axis, by name; figure 1
 * @param run the directory of the trained networks; figures 2 and 3
 * @param divergence what was not finite, if the run diverged
 */
public record FigureData(
        SortedMap<String, SortedMap<String, Double>> rows,
        SortedMap<String, List<Double>> curves,
        Optional<String> run,
        Optional<String> divergence)
        implements MayDiverge {}
