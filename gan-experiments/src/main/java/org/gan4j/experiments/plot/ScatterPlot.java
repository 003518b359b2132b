package org.gan4j.experiments.plot;

import java.util.Arrays;

/**
 * Two-dimensional samples beside the modes they should cover, one unit being equally long on both axes.
 *
 * <p>Points are translucent, so that density shows; each mode is a circle of the radius within which a sample counts as
 * one of high quality. The range is fixed by the caller, so that pictures of one training can be compared; how many
 * points lie outside of it is written in the title.
 *
 * @param title above the plot
 * @param points [n][2]
 * @param modes centres of the target's modes, [k][2]; none for a target without modes
 * @param radius of the circles, in the unit of the points
 * @param range of both axes
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of plain numbers on their way to pixels; never compared
public record ScatterPlot(String title, double[][] points, double[][] modes, double radius, Range range)
        implements Plot {

    private static final double POINT = 1.6;
    private static final double MOST_OPAQUE = 0.8;

    public ScatterPlot {
        for (double[] point : points) {
            requirePlane(title, point);
        }
        for (double[] mode : modes) {
            requirePlane(title, mode);
        }
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("the radius of a mode is at least 0, but is " + radius);
        }
    }

    /** A range around all these points with a fifth of their spread free at each side. */
    public static Range rangeAround(double[][] centres) {
        Range tight = Range.of(Arrays.stream(centres).flatMapToDouble(Arrays::stream));
        double margin = 0.2 * tight.width();
        return new Range(tight.low() - margin, tight.high() + margin);
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        long outside = Arrays.stream(points).filter(point -> !inRange(point)).count();
        String left = outside == 0 ? "" : outside + " of " + points.length + " samples lie outside";
        Axes axes = new Axes(title, left, "", range, range);
        Box inside = squared(axes.inside(box));
        axes.drawGrid(canvas, inside);
        double opacity = Math.min(MOST_OPAQUE, Math.max(0.15, 600.0 / Math.max(1, points.length)));
        for (double[] point : points) {
            if (inRange(point)) {
                canvas.disc(inside, axes.place(inside, point[0], point[1]), POINT, Color.BLUE, opacity);
            }
        }
        double drawn = Math.max(4, radius / range.width() * inside.width());
        for (double[] mode : modes) {
            canvas.circle(inside, axes.place(inside, mode[0], mode[1]), drawn, 1.6, Color.VERMILION);
        }
        axes.drawFrame(canvas, box, inside);
    }

    private boolean inRange(double[] point) {
        return point[0] >= range.low()
                && point[0] <= range.high()
                && point[1] >= range.low()
                && point[1] <= range.high();
    }

    private static Box squared(Box inside) {
        int side = Math.min(inside.width(), inside.height());
        return new Box(inside.left() + (inside.width() - side) / 2, inside.top(), side, side);
    }

    private static void requirePlane(String title, double[] point) {
        if (point.length != 2) {
            throw new IllegalArgumentException(
                    "scatter \"" + title + "\" shows points of two dimensions, but one has " + point.length);
        }
    }
}
