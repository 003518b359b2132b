package org.gan4j.experiments.plot;

/** The pattern of a line, carried on from segment to segment. */
final class Dashes {

    private static final double THICKNESS = 2.4;

    private final double on;
    private final double off;
    private double travelled;

    private Dashes(double on, double off) {
        this.on = on;
        this.off = off;
    }

    static Dashes of(Series.Style style) {
        return switch (style) {
            case DASHED -> new Dashes(9, 6);
            case DOTTED -> new Dashes(0.1, 5);
            case SOLID, POINTS, BARS -> new Dashes(Double.POSITIVE_INFINITY, 0);
        };
    }

    void draw(Canvas canvas, Box clip, double[] from, double[] to, Color color) {
        double length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        if (Double.isInfinite(on) || length > 20_000) {
            canvas.line(clip, from, to, THICKNESS, color);
            return;
        }
        double at = 0;
        while (at < length) {
            double phase = travelled % (on + off);
            double step = Math.min(length - at, phase < on ? on - phase : on + off - phase);
            step = Math.max(step, 1e-3);
            if (phase < on) {
                canvas.line(
                        clip, point(from, to, at / length), point(from, to, (at + step) / length), THICKNESS, color);
            }
            at += step;
            travelled += step;
        }
    }

    private static double[] point(double[] from, double[] to, double share) {
        return new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
    }
}
