package org.gan4j.experiments.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Pictures in rows and columns, all on one range of values, enlarged by whole pixels.
 *
 * <p>grey level = round(255 (value - low) / (high - low)), cut off at 0 and 255; a value that is not finite is magenta,
 * so that it cannot pass for ink.
 *
 * @param images what to show, row by row
 * @param columns pictures per row
 * @param scale each picture's pixel becomes a square of so many pixels
 * @param range the values shown as black and white
 * @param framed the columns whose pictures carry a yellow frame, from 0; for nearest training images
 */
public record SampleGrid(Images images, int columns, int scale, Range range, List<Integer> framed) implements Plot {

    private static final int GAP = 2;
    private static final int NOT_FINITE = 0xFF00FF;

    public SampleGrid {
        framed = Collections.unmodifiableList(new ArrayList<>(framed));
        if (columns < 1 || scale < 1 || images.count() < 1) {
            throw new IllegalArgumentException("a grid needs a picture, a column and a scale of at least 1, but got "
                    + images.count() + ", " + columns + " and " + scale);
        }
    }

    /** As square a grid as the number of pictures allows. */
    public static SampleGrid square(Images images, int scale, Range range) {
        int columns = (int) Math.ceil(Math.sqrt(images.count()));
        return new SampleGrid(images, Math.max(1, columns), scale, range, List.of());
    }

    /**
     * Samples in pairs with what they are compared with: each sample, and at its right in a yellow frame its partner,
     * such as the nearest training image.
     *
     * @param samples the samples
     * @param partners as many pictures of the same size
     * @param pairs per row
     * @param range the values shown as black and white
     */
    public static SampleGrid beside(Images samples, Images partners, int pairs, Range range) {
        int size = samples.height() * samples.width() * samples.channels();
        if (partners.count() != samples.count()
                || partners.values().length != samples.values().length
                || partners.height() != samples.height()
                || partners.width() != samples.width()) {
            throw new IllegalArgumentException("every sample needs a partner of its size, but there are "
                    + samples.count() + " samples of " + samples.height() + " x " + samples.width() + " and "
                    + partners.count() + " partners of " + partners.height() + " x " + partners.width());
        }
        float[] both = new float[2 * samples.values().length];
        for (int i = 0; i < samples.count(); i++) {
            System.arraycopy(samples.values(), i * size, both, 2 * i * size, size);
            System.arraycopy(partners.values(), i * size, both, (2 * i + 1) * size, size);
        }
        List<Integer> framed = new ArrayList<>();
        for (int column = 1; column < 2 * pairs; column += 2) {
            framed.add(column);
        }
        Images all = new Images(both, 2 * samples.count(), samples.height(), samples.width(), samples.channels());
        return new SampleGrid(all, 2 * pairs, 2, range, framed);
    }

    /** The grid as a PNG of the size it needs. */
    public byte[] png() {
        int across = Math.min(columns, images.count());
        int rows = (images.count() + columns - 1) / columns;
        int width = GAP + across * (images.width() * scale + GAP);
        return png(width, GAP + rows * (images.height() * scale + GAP));
    }

    @Override
    public void draw(Canvas canvas, Box box) {
        canvas.fill(box.left(), box.top(), box.width(), box.height(), Color.GREY);
        for (int i = 0; i < images.count(); i++) {
            int left = box.left() + GAP + i % columns * (images.width() * scale + GAP);
            int top = box.top() + GAP + i / columns * (images.height() * scale + GAP);
            if (framed.contains(i % columns)) {
                int across = images.width() * scale + 2 * GAP;
                canvas.fill(left - GAP, top - GAP, across, images.height() * scale + 2 * GAP, Color.YELLOW);
            }
            drawPicture(canvas, i, left, top);
        }
    }

    private void drawPicture(Canvas canvas, int picture, int left, int top) {
        for (int row = 0; row < images.height(); row++) {
            for (int column = 0; column < images.width(); column++) {
                Color color = color(picture, row, column);
                canvas.fill(left + column * scale, top + row * scale, scale, scale, color);
            }
        }
    }

    private Color color(int picture, int row, int column) {
        int last = images.channels() - 1;
        float red = images.at(picture, row, column, 0);
        float green = images.at(picture, row, column, Math.min(1, last));
        float blue = images.at(picture, row, column, last);
        if (!Float.isFinite(red) || !Float.isFinite(green) || !Float.isFinite(blue)) {
            return new Color(NOT_FINITE);
        }
        return new Color(level(red) << 16 | level(green) << 8 | level(blue));
    }

    private int level(float value) {
        return (int) Math.round(Math.min(1, Math.max(0, (value - range.low()) / range.width())) * 255);
    }
}
