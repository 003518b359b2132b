package org.gan4j.core.data.digits;

import java.util.Arrays;

/**
 * Smooth curves through points: Catmull-Rom splines, cut into short segments.
 *
 * <p>Between p1 and p2, with neighbours p0 and p3: ((2 p1) + (p2 - p0) t + (2 p0 - 5 p1 + 4 p2 - p3) t^2
 * + (3 p1 - p0 - 3 p2 + p3) t^3) / 2. A point that occurs twice in a row ends one curve and begins the next.
 */
final class Spline {
    private static final int PIECES = 5;

    private Spline() {}

    /** Returns the points of the curve, x and y in turn, through the given points, x and y in turn. */
    static double[] through(double[] points) {
        int count = points.length / 2;
        double[] curve = new double[2 * (PIECES * (count - 1) + 1)];
        int filled = 0;
        curve[filled++] = points[0];
        curve[filled++] = points[1];
        for (int i = 0; i + 1 < count; i++) {
            if (same(points, i, i + 1)) {
                continue;
            }
            int before = i == 0 || same(points, i - 1, i) ? i : i - 1;
            int after = i + 2 == count || same(points, i + 1, i + 2) ? i + 1 : i + 2;
            for (int piece = 1; piece <= PIECES; piece++) {
                double t = (double) piece / PIECES;
                for (int axis = 0; axis < 2; axis++) {
                    curve[filled++] = spline(
                            new double[] {
                                points[2 * before + axis],
                                points[2 * i + axis],
                                points[2 * i + 2 + axis],
                                points[2 * after + axis]
                            },
                            t);
                }
            }
        }
        return Arrays.copyOf(curve, filled);
    }

    private static boolean same(double[] points, int first, int second) {
        return points[2 * first] == points[2 * second] && points[2 * first + 1] == points[2 * second + 1];
    }

    private static double spline(double[] p, double t) {
        double linear = p[2] - p[0];
        double quadratic = 2 * p[0] - 5 * p[1] + 4 * p[2] - p[3];
        double cubic = 3 * p[1] - p[0] - 3 * p[2] + p[3];
        return (2 * p[1] + t * (linear + t * (quadratic + t * cubic))) / 2;
    }
}
