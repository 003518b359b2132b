package org.gan4j.experiments.plot;

/**
 * A rectangle of pixels.
 *
 * @param left its first column
 * @param top its first row
 * @param width its columns
 * @param height its rows
 */
public record Box(int left, int top, int width, int height) {

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    Box intersect(Box other) {
        int newLeft = Math.max(left, other.left);
        int newTop = Math.max(top, other.top);
        int newRight = Math.min(right(), other.right());
        int newBottom = Math.min(bottom(), other.bottom());
        return new Box(newLeft, newTop, Math.max(0, newRight - newLeft), Math.max(0, newBottom - newTop));
    }

    /** The pixels within some distance of the rectangle spanned by two points. */
    static Box around(double[] a, double[] b, double distance) {
        int newLeft = pixel(Math.min(a[0], b[0]) - distance);
        int newTop = pixel(Math.min(a[1], b[1]) - distance);
        int newRight = pixel(Math.max(a[0], b[0]) + distance) + 1;
        int newBottom = pixel(Math.max(a[1], b[1]) + distance) + 1;
        return new Box(newLeft, newTop, newRight - newLeft, newBottom - newTop);
    }

    /** Far away points are brought near enough for whole numbers, still far outside of every picture. */
    private static int pixel(double coordinate) {
        return (int) Math.floor(Math.min(1e8, Math.max(-1e8, coordinate)));
    }
}
