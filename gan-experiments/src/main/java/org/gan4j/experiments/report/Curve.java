package org.gan4j.experiments.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a chart.
 *
 * @param name its entry in the legend
 * @param x from left to right
 * @param y as many values; the line is interrupted where one is not finite
 * @param deviation half the height of the band around the line, as many values; empty for a line alone
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of plain numbers on their way to a drawing; never compared
public record Curve(String name, double[] x, double[] y, Optional<double[]> deviation) {
    /** Checks that the lengths agree. */
    public Curve {
        if (x.length != y.length || deviation.filter(d -> d.length != y.length).isPresent()) {
            throw new IllegalArgumentException("curve \"" + name + "\" has " + x.length + " x and " + y.length + " y");
        }
    }

    /** Returns the lower and the upper edge at a point. */
    double[] edges(int point) {
        double half = deviation.map(d -> d[point]).filter(Double::isFinite).orElse(0.0);
        return new double[] {y[point] - half, y[point] + half};
    }

    /**
     * Returns the points that a drawing of a limited width can show: of each of {@code columns} equal parts of the line the
     * least and the greatest value, so that no spike is lost.
     */
    List<Integer> visible(int columns) {
        List<Integer> points = new ArrayList<>();
        int part = Math.max(1, (y.length + columns - 1) / columns);
        for (int from = 0; from < y.length; from += part) {
            int least = from;
            int greatest = from;
            boolean gap = false;
            for (int i = from; i < Math.min(y.length, from + part); i++) {
                gap |= !Double.isFinite(y[i]);
                least = y[i] < y[least] || !Double.isFinite(y[least]) ? i : least;
                greatest = y[i] > y[greatest] || !Double.isFinite(y[greatest]) ? i : greatest;
            }
            points.add(Math.min(least, greatest));
            if (least != greatest && !gap) {
                points.add(Math.max(least, greatest));
            }
        }
        return points;
    }
}
