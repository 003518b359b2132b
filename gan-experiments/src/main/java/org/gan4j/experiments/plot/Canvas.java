package org.gan4j.experiments.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A sheet of pixels with lines, discs, rectangles and small text, smoothed at their edges.
 *
 * <p>Coordinates are pixels from the upper left corner; the centre of the first pixel is (0.5, 0.5). What falls outside
 * is left out.
 */
public final class Canvas {

    private final int width;
    private final int height;
    private final int[] pixels;

    /** A white canvas. */
    public Canvas(int width, int height) {
        if (width < 1 || height < 1 || (long) width * height > 100_000_000L) {
            throw new IllegalArgumentException(
                    "a picture needs 1 to 100 000 000 pixels, but would be " + width + " x " + height);
        }
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        Arrays.fill(pixels, Color.WHITE.rgb());
    }

    /** Width in pixels. */
    public int width() {
        return width;
    }

    /** Height in pixels. */
    public int height() {
        return height;
    }

    /** The colour of a pixel as 0xRRGGBB. */
    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    void fill(int left, int top, int across, int down, Color color) {
        for (int y = Math.max(0, top); y < Math.min(height, top + down); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, left + across); x++) {
                pixels[y * width + x] = color.rgb();
            }
        }
    }

    /** A frame one pixel wide inside the given rectangle. */
    void frame(int left, int top, int across, int down, Color color) {
        fill(left, top, across, 1, color);
        fill(left, top + down - 1, across, 1, color);
        fill(left, top, 1, down, color);
        fill(left + across - 1, top, 1, down, color);
    }

    /** A straight line with round ends; parts outside the clip are left out. */
    void line(Box clip, double[] from, double[] to, double thickness, Color color) {
        double half = thickness / 2;
        double acrossX = to[0] - from[0];
        double acrossY = to[1] - from[1];
        double length = acrossX * acrossX + acrossY * acrossY;
        Box reach = clip.intersect(Box.around(from, to, half + 1)).intersect(new Box(0, 0, width, height));
        for (int y = reach.top(); y < reach.bottom(); y++) {
            for (int x = reach.left(); x < reach.right(); x++) {
                double dx = x + 0.5 - from[0];
                double dy = y + 0.5 - from[1];
                double along = length == 0 ? 0 : Math.min(1, Math.max(0, (dx * acrossX + dy * acrossY) / length));
                double distance = Math.hypot(dx - along * acrossX, dy - along * acrossY);
                blend(x, y, color, half + 0.5 - distance);
            }
        }
    }

    /** A filled disc of some opacity between 0 and 1. */
    void disc(Box clip, double[] centre, double radius, Color color, double opacity) {
        Box reach = clip.intersect(Box.around(centre, centre, radius + 1)).intersect(new Box(0, 0, width, height));
        for (int y = reach.top(); y < reach.bottom(); y++) {
            for (int x = reach.left(); x < reach.right(); x++) {
                double distance = Math.hypot(x + 0.5 - centre[0], y + 0.5 - centre[1]);
                blend(x, y, color, opacity * Math.min(1, Math.max(0, radius + 0.5 - distance)));
            }
        }
    }

    /** A circle. */
    void circle(Box clip, double[] centre, double radius, double thickness, Color color) {
        Box reach = clip.intersect(Box.around(centre, centre, radius + thickness + 1))
                .intersect(new Box(0, 0, width, height));
        for (int y = reach.top(); y < reach.bottom(); y++) {
            for (int x = reach.left(); x < reach.right(); x++) {
                double distance = Math.hypot(x + 0.5 - centre[0], y + 0.5 - centre[1]);
                blend(x, y, color, thickness / 2 + 0.5 - Math.abs(distance - radius));
            }
        }
    }

    /** Text whose upper left corner is given; dots are squares of {@code scale} pixels. */
    void text(int left, int top, String text, int scale, Color color) {
        int x = left;
        for (int i = 0; i < text.length(); i++) {
            int[] columns = PixelFont.columns(text.charAt(i));
            for (int column = 0; column < columns.length; column++) {
                for (int row = 0; row < PixelFont.ROWS; row++) {
                    if ((columns[column] >> row & 1) == 1) {
                        fill(x + column * scale, top + row * scale, scale, scale, color);
                    }
                }
            }
            x += (columns.length + 1) * scale;
        }
    }

    /** Text that reads upwards, whose lower left corner is given. */
    void textUpwards(int left, int bottom, String text, int scale, Color color) {
        int y = bottom;
        for (int i = 0; i < text.length(); i++) {
            int[] columns = PixelFont.columns(text.charAt(i));
            for (int column = 0; column < columns.length; column++) {
                for (int row = 0; row < PixelFont.ROWS; row++) {
                    if ((columns[column] >> row & 1) == 1) {
                        fill(left + row * scale, y - (column + 1) * scale, scale, scale, color);
                    }
                }
            }
            y -= (columns.length + 1) * scale;
        }
    }

    /** The picture as PNG; the same pixels give the same bytes. */
    public byte[] png() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException(
                        "this Java runtime has no PNG writer; use a runtime with the java.desktop module");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a picture in memory", e);
        }
        return bytes.toByteArray();
    }

    private void blend(int x, int y, Color color, double coverage) {
        if (!(coverage > 0)) {
            return;
        }
        double opacity = Math.min(1, coverage);
        Color below = new Color(pixels[y * width + x]);
        pixels[y * width + x] = mix(below.red(), color.red(), opacity) << 16
                | mix(below.green(), color.green(), opacity) << 8
                | mix(below.blue(), color.blue(), opacity);
    }

    private static int mix(int below, int above, double opacity) {
        return (int) Math.round(below + opacity * (above - below));
    }
}
