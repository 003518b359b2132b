package org.gan4j.core.data.digits;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;

/**
 * Writes one digit as one hand would at one moment: a way to write it, with slant, size, width and tremble of its own.
 *
 * <p>Points of a glyph (x to the right, y downwards, 1 high) are moved a little each, then sheared, stretched, turned
 * and placed so that the middle of their bounds lies near the middle of the image.
 */
final class Handwriting {
    /** Height and width of an image in pixels. */
    static final int SIDE = 28;

    private static final double HEIGHT = 19;
    /** Farthest from the middle of the image that ink may be: the outermost pixels stay empty. */
    private static final double REACH = SIDE / 2.0 - 1;

    private static final double LARGEST_OFFSET = 1.2;
    private static final double LARGEST_RADIUS = 2.2;
    private static final double LARGEST_SWELL = 0.4;
    private static final int MAX_POINTS = 40;
    private static final int STYLE = 12;

    private final float[] normal;
    private int used;

    private Handwriting(float[] normal) {
        this.normal = normal;
    }

    /**
     * Draws a digit.
     *
     * @param digit 0 to 9
     * @param random the stream of this one image
     * @return 28 rows of 28 pixels, 0 for paper to 255 for ink
     */
    static byte[] draw(int digit, RandomStream random) {
        int way = random.split("way").integers(1, Glyphs.ways(digit))[0];
        float[] normal =
                random.split("style").normal(Shape.of(STYLE + 2 * MAX_POINTS)).toFloats();
        return new Handwriting(normal).write(Glyphs.strokes(digit, way));
    }

    private byte[] write(double[][] glyph) {
        double angle = 0.09 * next();
        double shear = -0.1 + 0.2 * next();
        double scaleY = HEIGHT * (1 + 0.05 * next());
        double scaleX = HEIGHT * (1 + 0.12 * next());
        double[] offset = {within(LARGEST_OFFSET, 0.5 * next()), within(LARGEST_OFFSET, 0.5 * next())};
        double radius = Math.max(0.8, Math.min(LARGEST_RADIUS, 1.15 * Math.exp(0.22 * next())));
        double swell = within(LARGEST_SWELL, 0.15 * next());
        double[][] strokes = new double[glyph.length][];
        for (int i = 0; i < glyph.length; i++) {
            double[] points = trembled(glyph[i]);
            for (int k = 0; k < points.length; k += 2) {
                double x = scaleX * points[k] + shear * scaleY * points[k + 1];
                double y = scaleY * points[k + 1];
                points[k] = Math.cos(angle) * x - Math.sin(angle) * y;
                points[k + 1] = Math.sin(angle) * x + Math.cos(angle) * y;
            }
            strokes[i] = Spline.through(points);
        }
        double edge = radius * (1 + LARGEST_SWELL / 2) + 0.5;
        centre(strokes, offset, 2 * (REACH - LARGEST_OFFSET - edge));
        Pen pen = new Pen(SIDE);
        for (double[] stroke : strokes) {
            trace(pen, stroke, radius, swell);
        }
        return pen.image();
    }

    /** Moves every point a little, a corner's two copies alike. */
    private double[] trembled(double[] stroke) {
        double[] points = stroke.clone();
        for (int i = 0; i < points.length; i += 2) {
            boolean corner = i > 0 && stroke[i] == stroke[i - 2] && stroke[i + 1] == stroke[i - 1];
            points[i] = corner ? points[i - 2] : stroke[i] + 0.022 * next();
            points[i + 1] = corner ? points[i - 1] : stroke[i + 1] + 0.022 * next();
        }
        return points;
    }

    /** Moves the middle of the bounds to the middle of the image plus an offset; what is too large is made to fit. */
    private static void centre(double[][] strokes, double[] offset, double largest) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (double[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i++) {
                low[i % 2] = Math.min(low[i % 2], stroke[i]);
                high[i % 2] = Math.max(high[i % 2], stroke[i]);
            }
        }
        double extent = Math.max(high[0] - low[0], high[1] - low[1]);
        double scale = Math.min(1, largest / extent);
        for (double[] stroke : strokes) {
            for (int i = 0; i < stroke.length; i++) {
                double middle = (low[i % 2] + high[i % 2]) / 2;
                stroke[i] = SIDE / 2.0 + offset[i % 2] + scale * (stroke[i] - middle);
            }
        }
    }

    /** The nib is finest at the ends; {@code swell} makes it wider or finer towards the end. */
    private static void trace(Pen pen, double[] stroke, double radius, double swell) {
        int pieces = stroke.length / 2 - 1;
        for (int i = 0; i < pieces; i++) {
            pen.segment(
                    stroke[2 * i],
                    stroke[2 * i + 1],
                    width(radius, swell, (double) i / pieces),
                    stroke[2 * i + 2],
                    stroke[2 * i + 3],
                    width(radius, swell, (double) (i + 1) / pieces));
        }
    }

    private static double width(double radius, double swell, double share) {
        return radius * (0.8 + 0.2 * Math.min(1, 6 * Math.min(share, 1 - share)) + swell * (share - 0.5));
    }

    private static double within(double bound, double value) {
        return Math.max(-bound, Math.min(bound, value));
    }

    private double next() {
        return normal[used++];
    }
}
