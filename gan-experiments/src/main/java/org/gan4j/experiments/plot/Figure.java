package org.gan4j.experiments.plot;

import java.util.List;

/**
 * Plots of equal size in rows, read like text, under a common title.
 *
 * @param title above all of them; may be empty
 * @param columns plots per row
 * @param plots the panels
 */
public record Figure(String title, int columns, List<? extends Plot> plots) implements Plot {

    private static final int MARGIN = 8;

    public Figure {
        plots = List.of(plots.toArray(new Plot[0]));
        if (columns < 1 || plots.isEmpty()) {
            throw new IllegalArgumentException(
                    "a figure needs a plot and a column, but has " + plots.size() + " and " + columns);
        }
    }

    /** The figure as a PNG with panels of this size in pixels. */
    public byte[] pngOfPanels(int panelWidth, int panelHeight) {
        int rows = (plots.size() + columns - 1) / columns;
        return png(Math.min(columns, plots.size()) * panelWidth, rows * panelHeight + titleHeight());
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        int across = Math.min(columns, plots.size());
        int rows = (plots.size() + columns - 1) / columns;
        int panelWidth = box.width() / across;
        int panelHeight = (box.height() - titleHeight()) / rows;
        int scale = Axes.SCALE;
        int left = box.left() + (box.width() - scale * PixelFont.width(title)) / 2;
        canvas.text(Math.max(box.left() + MARGIN, left), box.top() + MARGIN, title, scale, Color.BLACK);
        for (int i = 0; i < plots.size(); i++) {
            int panelLeft = box.left() + i % columns * panelWidth;
            int panelTop = box.top() + titleHeight() + i / columns * panelHeight;
            plots.get(i).draw(canvas, new Box(panelLeft, panelTop, panelWidth, panelHeight));
        }
    }

    private int titleHeight() {
        return title.isEmpty() ? 0 : MARGIN + Axes.LINE;
    }
}
