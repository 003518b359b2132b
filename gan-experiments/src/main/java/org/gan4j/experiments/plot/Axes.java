package org.gan4j.experiments.plot;

import java.math.BigDecimal;
import java.util.List;

/**
 * A frame with a title, labelled axes, ticks and a grid.
 *
 * @param title above the frame; may be empty
 * @param xLabel below the frame; may be empty
 * @param yLabel left of the frame, reading upwards; may be empty
 * @param x the horizontal range
 * @param y the vertical range
 */
record Axes(String title, String xLabel, String yLabel, Range x, Range y) {

    static final int SCALE = 2;
    static final int LINE = SCALE * (PixelFont.HEIGHT + 3);
    private static final int GAP = 8;

    /** The rectangle within the frame. */
    Box inside(Box box) {
        int left = GAP + (yLabel.isEmpty() ? 0 : LINE) + widestTick(box) + GAP;
        int top = GAP + (title.isEmpty() ? 0 : LINE + GAP / 2);
        int bottom = GAP + LINE + (xLabel.isEmpty() ? 0 : LINE);
        int right = 2 * GAP;
        return new Box(
                box.left() + left,
                box.top() + top,
                Math.max(1, box.width() - left - right),
                Math.max(1, box.height() - top - bottom));
    }

    /** The pixel of a point. */
    double[] place(Box inside, double pointX, double pointY) {
        return new double[] {
            inside.left() + (pointX - x.low()) / x.width() * inside.width(),
            inside.bottom() - (pointY - y.low()) / y.width() * inside.height()
        };
    }

    void drawGrid(Canvas canvas, Box inside) {
        for (BigDecimal tick : xTicks(inside)) {
            int column = (int) Math.floor(place(inside, tick.doubleValue(), 0)[0]);
            canvas.fill(column, inside.top(), 1, inside.height(), Color.PALE);
        }
        for (BigDecimal tick : yTicks(inside)) {
            int row = (int) Math.floor(place(inside, 0, tick.doubleValue())[1]);
            canvas.fill(inside.left(), row, inside.width(), 1, Color.PALE);
        }
    }

    void drawFrame(Canvas canvas, Box box, Box inside) {
        canvas.frame(inside.left() - 1, inside.top() - 1, inside.width() + 2, inside.height() + 2, Color.BLACK);
        for (BigDecimal tick : xTicks(inside)) {
            int column = (int) Math.floor(place(inside, tick.doubleValue(), 0)[0]);
            canvas.fill(column, inside.bottom(), 1, 5, Color.BLACK);
            String label = Range.label(tick);
            int left = column - SCALE * PixelFont.width(label) / 2;
            canvas.text(left, inside.bottom() + GAP, label, SCALE, Color.BLACK);
        }
        for (BigDecimal tick : yTicks(inside)) {
            int row = (int) Math.floor(place(inside, 0, tick.doubleValue())[1]);
            canvas.fill(inside.left() - 5, row, 5, 1, Color.BLACK);
            String label = Range.label(tick);
            int left = inside.left() - GAP - SCALE * PixelFont.width(label);
            canvas.text(left, row - SCALE * PixelFont.HEIGHT / 2, label, SCALE, Color.BLACK);
        }
        centred(canvas, box, inside, box.top() + GAP, title);
        centred(canvas, box, inside, inside.bottom() + GAP / 2 + LINE + SCALE, xLabel);
        int middle = inside.top() + inside.height() / 2;
        canvas.textUpwards(box.left() + GAP, middle + SCALE * PixelFont.width(yLabel) / 2, yLabel, SCALE, Color.BLACK);
    }

    private static void centred(Canvas canvas, Box box, Box inside, int top, String text) {
        int room = box.width() - 2 * GAP;
        int scale = SCALE * PixelFont.width(text) > room ? 1 : SCALE;
        int width = scale * PixelFont.width(text);
        int centre = inside.left() + (inside.width() - width) / 2;
        int left = Math.max(box.left() + GAP, Math.min(centre, box.right() - GAP - width));
        canvas.text(left, top, text, scale, Color.BLACK);
    }

    private int widestTick(Box box) {
        return y.ticks(yCount(box.height())).stream()
                .mapToInt(tick -> SCALE * PixelFont.width(Range.label(tick)))
                .max()
                .orElse(0);
    }

    private List<BigDecimal> xTicks(Box inside) {
        return x.ticks(x.equals(y) ? yCount(inside.height()) : Math.max(2, inside.width() / 80));
    }

    private List<BigDecimal> yTicks(Box inside) {
        return y.ticks(yCount(inside.height()));
    }

    private static int yCount(int height) {
        return Math.max(2, height / 50);
    }
}
