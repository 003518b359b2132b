package org.gan4j.experiments.plot;

import java.util.stream.DoubleStream;

/**
 * A curve of a line chart.
 *
 * @param name its entry in the legend; an empty name has none
 * @param x its points, from left to right for bars
 * @param y as many values; the curve is interrupted where one is not finite
 * @param style how it is drawn
 * @param color its colour
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of plain numbers on their way to pixels; never compared
public record Series(String name, double[] x, double[] y, Style style, Color color) {

    /** How a curve is drawn. */
    public enum Style {
        /** A continuous line. */
        SOLID,
        /** A line of dashes. */
        DASHED,
        /** A line of dots. */
        DOTTED,
        /** A dot at every point. */
        POINTS,
        /** The area down to 0, each point in the middle of a bar: a histogram. */
        BARS
    }

    public Series {
        if (x.length != y.length) {
            throw new IllegalArgumentException("series \"" + name + "\" has " + x.length + " x and " + y.length + " y");
        }
        x = x.clone();
        y = y.clone();
    }

    /** A continuous line. */
    public static Series line(String name, double[] x, double[] y, Color color) {
        return new Series(name, x, y, Style.SOLID, color);
    }

    /** Where the curve has both coordinates. */
    boolean isFinite(int point) {
        return Double.isFinite(x[point]) && Double.isFinite(y[point]);
    }

    /** Values the vertical axis must show; bars reach down to 0. */
    DoubleStream heights() {
        return style == Style.BARS ? DoubleStream.concat(DoubleStream.of(0), DoubleStream.of(y)) : DoubleStream.of(y);
    }
}
