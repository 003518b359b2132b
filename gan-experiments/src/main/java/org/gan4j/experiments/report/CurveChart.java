package org.gan4j.experiments.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.gan4j.experiments.plot.Range;

/**
 * Curves over steps as a drawing in SVG, in the colours of the page around it.
 *
 * @param title above the chart
 * @param curves the lines, at least one; the eight colours repeat
 */
public record CurveChart(String title, List<Curve> curves) {
    private static final int WIDTH = 380;
    private static final int HEIGHT = 240;
    private static final int LEFT = 52;
    private static final int RIGHT = 10;
    private static final int TOP = 26;
    private static final int PLOT_BOTTOM = 184;
    private static final int LEGEND = 218;
    private static final int LEGEND_ROW = 16;
    private static final int COLORS = 8;
    private static final int COLUMNS = 300;
    private static final double LETTER = 6.2;

    /** Checks that there is a curve. */
    public CurveChart {
        curves = Collections.unmodifiableList(curves);
        if (curves.isEmpty()) {
            throw new IllegalArgumentException("chart \"" + title + "\" has no curves");
        }
    }

    /** Returns the drawing. */
    public Markup svg() {
        Range x = Range.of(curves.stream().flatMapToDouble(curve -> DoubleStream.of(curve.x())));
        Range y = Range.of(curves.stream()
                .flatMapToDouble(curve -> IntStream.range(0, curve.y().length)
                        .mapToDouble(i -> i)
                        .flatMap(i -> DoubleStream.of(curve.edges((int) i)))));
        int rows = legendRows();
        Markup svg = new Markup()
                .open("figure")
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + WIDTH + " " + (HEIGHT + (rows - 1) * LEGEND_ROW),
                        "role",
                        "img",
                        "aria-label",
                        title);
        svg.element("text", title, "x", "0", "y", "14", "class", "title");
        axes(svg, x, y);
        for (int i = 0; i < curves.size(); i++) {
            draw(svg, curves.get(i), "var(--c" + i % COLORS + ")", new Frame(x, y));
        }
        legend(svg);
        return svg.close().close();
    }

    /** Where a point of two ranges is drawn. */
    private record Frame(Range x, Range y) {
        String point(double pointX, double pointY) {
            return number(left(pointX)) + "," + number(top(pointY));
        }

        double left(double pointX) {
            return LEFT + (pointX - x.low()) / (x.high() - x.low()) * (WIDTH - LEFT - RIGHT);
        }

        double top(double pointY) {
            return PLOT_BOTTOM - (pointY - y.low()) / (y.high() - y.low()) * (PLOT_BOTTOM - TOP);
        }
    }

    private static void axes(Markup svg, Range x, Range y) {
        Frame frame = new Frame(x, y);
        for (BigDecimal tick : y.ticks(5)) {
            String top = number(frame.top(tick.doubleValue()));
            line(svg, number(LEFT), top, number(WIDTH - RIGHT), top);
            String baseline = number(frame.top(tick.doubleValue()) + 4);
            svg.element("text", Range.label(tick), "x", number(LEFT - 6), "y", baseline, "text-anchor", "end");
        }
        for (BigDecimal tick : x.ticks(4)) {
            String left = number(frame.left(tick.doubleValue()));
            line(svg, left, number(PLOT_BOTTOM), left, number(PLOT_BOTTOM + 4));
            svg.element("text", Range.label(tick), "x", left, "y", number(PLOT_BOTTOM + 16), "text-anchor", "middle");
        }
        line(svg, number(LEFT), number(PLOT_BOTTOM), number(WIDTH - RIGHT), number(PLOT_BOTTOM));
    }

    private static void line(Markup svg, String x1, String y1, String x2, String y2) {
        svg.empty("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", "grid");
    }

    private static void draw(Markup svg, Curve curve, String color, Frame frame) {
        StringBuilder path = new StringBuilder();
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        boolean up = false;
        for (int i : curve.visible(COLUMNS)) {
            if (!Double.isFinite(curve.y()[i])) {
                up = false;
                continue;
            }
            path.append(up ? 'L' : 'M').append(frame.point(curve.x()[i], curve.y()[i]));
            upper.append(upper.isEmpty() ? 'M' : 'L').append(frame.point(curve.x()[i], curve.edges(i)[1]));
            lower.insert(0, "L" + frame.point(curve.x()[i], curve.edges(i)[0]));
            up = true;
        }
        if (path.isEmpty()) {
            return;
        }
        if (curve.deviation().isPresent()) {
            svg.empty("path", "d", upper + lower.toString() + "Z", "class", "band", "fill", color);
        }
        svg.empty("path", "d", path.toString(), "class", "curve", "stroke", color, "stroke-linecap", "round");
    }

    private void legend(Markup svg) {
        double left = LEFT;
        int row = 0;
        for (int i = 0; i < curves.size(); i++) {
            if (left > LEFT && left + entryWidth(i) > WIDTH) {
                left = LEFT;
                row++;
            }
            String middle = number(LEGEND + row * LEGEND_ROW);
            String color = "var(--c" + i % COLORS + ")";
            svg.empty("path", "d", "M" + number(left) + "," + middle + "h16", "class", "curve", "stroke", color);
            svg.element(
                    "text", curves.get(i).name(), "x", number(left + 21), "y", number(LEGEND + row * LEGEND_ROW + 4));
            left += entryWidth(i);
        }
    }

    private int legendRows() {
        double left = LEFT;
        int rows = 1;
        for (int i = 0; i < curves.size(); i++) {
            if (left > LEFT && left + entryWidth(i) > WIDTH) {
                left = LEFT;
                rows++;
            }
            left += entryWidth(i);
        }
        return rows;
    }

    private double entryWidth(int curve) {
        return 36 + LETTER * curves.get(curve).name().length();
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
