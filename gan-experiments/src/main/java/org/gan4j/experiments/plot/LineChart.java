package org.gan4j.experiments.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Curves over a common axis, with a legend.
 *
 * @param title above the chart
 * @param xLabel what the horizontal axis shows, with its unit
 * @param yLabel what the vertical axis shows, with its unit
 * @param series the curves; later ones lie on top
 * @param xRange the horizontal range; where empty, that of the points
 * @param yRange the vertical range; where empty, that of the values
 */
public record LineChart(
        String title, String xLabel, String yLabel, List<Series> series, Optional<Range> xRange, Optional<Range> yRange)
        implements Plot {

    private static final int SAMPLE = 28;

    public LineChart {
        series = List.of(series.toArray(new Series[0]));
        if (series.isEmpty()) {
            throw new IllegalArgumentException("chart \"" + title + "\" has no curves");
        }
    }

    /** A chart whose ranges are those of its curves. */
    public static LineChart of(String title, String xLabel, String yLabel, Series... series) {
        return new LineChart(title, xLabel, yLabel, List.of(series), Optional.empty(), Optional.empty());
    }

    /** This chart with fixed ranges, so that several charts can be compared. */
    public LineChart within(Range x, Range y) {
        return new LineChart(title, xLabel, yLabel, series, Optional.of(x), Optional.of(y));
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        Range x = xRange.orElseGet(() -> Range.of(series.stream().flatMapToDouble(s -> Arrays.stream(s.x()))));
        Range y = yRange.orElseGet(() -> Range.of(series.stream().flatMapToDouble(Series::heights)));
        Axes axes = new Axes(title, xLabel, yLabel, x, y);
        int legendRows = legendRows(box.width());
        Box plot = new Box(box.left(), box.top(), box.width(), box.height() - legendRows * Axes.LINE);
        Box inside = axes.inside(plot);
        axes.drawGrid(canvas, inside);
        for (Series curve : series) {
            drawCurve(canvas, axes, inside, curve);
        }
        axes.drawFrame(canvas, plot, inside);
        drawLegend(canvas, box, plot.bottom());
    }

    private static void drawCurve(Canvas canvas, Axes axes, Box inside, Series curve) {
        switch (curve.style()) {
            case BARS -> drawBars(canvas, axes, inside, curve);
            case POINTS -> {
                for (int i = 0; i < curve.x().length; i++) {
                    if (curve.isFinite(i)) {
                        canvas.disc(inside, axes.place(inside, curve.x()[i], curve.y()[i]), 3, curve.color(), 1);
                    }
                }
            }
            case SOLID, DASHED, DOTTED -> {
                Dashes dashes = Dashes.of(curve.style());
                for (int i = 1; i < curve.x().length; i++) {
                    if (curve.isFinite(i - 1) && curve.isFinite(i)) {
                        double[] from = axes.place(inside, curve.x()[i - 1], curve.y()[i - 1]);
                        double[] to = axes.place(inside, curve.x()[i], curve.y()[i]);
                        dashes.draw(canvas, inside, from, to, curve.color());
                    }
                }
            }
        }
    }

    private static void drawBars(Canvas canvas, Axes axes, Box inside, Series curve) {
        double[] x = curve.x();
        for (int i = 0; i < x.length; i++) {
            if (!curve.isFinite(i) || x.length < 2) {
                continue;
            }
            double before = i > 0 ? x[i] - x[i - 1] : x[1] - x[0];
            double after = i + 1 < x.length ? x[i + 1] - x[i] : before;
            double[] corner = axes.place(inside, x[i] - before / 2, Math.max(0, curve.y()[i]));
            double[] opposite = axes.place(inside, x[i] + after / 2, Math.min(0, curve.y()[i]));
            Box bar = Box.around(corner, opposite, 0).intersect(inside);
            Color fill = pale(curve.color());
            canvas.fill(bar.left(), bar.top(), Math.max(1, bar.width() - 1), bar.height(), fill);
        }
    }

    private static Color pale(Color color) {
        int red = (color.red() + 2 * 255) / 3;
        int green = (color.green() + 2 * 255) / 3;
        int blue = (color.blue() + 2 * 255) / 3;
        return new Color(red << 16 | green << 8 | blue);
    }

    private void drawLegend(Canvas canvas, Box box, int top) {
        int row = 0;
        for (List<Series> entries : legend(box.width())) {
            int width = entries.stream().mapToInt(LineChart::entryWidth).sum();
            int left = box.left() + (box.width() - width) / 2;
            int middle = top + row * Axes.LINE + Axes.SCALE * PixelFont.HEIGHT / 2;
            for (Series entry : entries) {
                drawSample(canvas, entry, left, middle);
                int textTop = middle - Axes.SCALE * PixelFont.HEIGHT / 2;
                canvas.text(left + SAMPLE + 6, textTop, entry.name(), Axes.SCALE, Color.BLACK);
                left += entryWidth(entry);
            }
            row++;
        }
    }

    private static void drawSample(Canvas canvas, Series entry, int left, int middle) {
        Box everywhere = new Box(0, 0, canvas.width(), canvas.height());
        double[] from = {left, middle};
        double[] to = {left + SAMPLE, middle};
        switch (entry.style()) {
            case BARS -> canvas.fill(left, middle - 5, SAMPLE, 11, pale(entry.color()));
            case POINTS -> canvas.disc(everywhere, new double[] {left + SAMPLE / 2.0, middle}, 3, entry.color(), 1);
            case SOLID, DASHED, DOTTED -> Dashes.of(entry.style()).draw(canvas, everywhere, from, to, entry.color());
        }
    }

    private int legendRows(int width) {
        return legend(width).size();
    }

    private List<List<Series>> legend(int width) {
        List<List<Series>> rows = new ArrayList<>();
        int used = width;
        for (Series entry : series) {
            if (entry.name().isEmpty()) {
                continue;
            }
            if (used + entryWidth(entry) > width - 16) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.get(rows.size() - 1).add(entry);
            used += entryWidth(entry);
        }
        return rows;
    }

    private static int entryWidth(Series entry) {
        return SAMPLE + 6 + Axes.SCALE * PixelFont.width(entry.name()) + 22;
    }
}
