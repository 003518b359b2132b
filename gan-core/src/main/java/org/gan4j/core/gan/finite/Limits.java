package org.gan4j.core.gan.finite;

/** A term at the best scores, taken in the limit where these are infinite. */
final class Limits {
    private static final double SETTLED = 1e-9;

    private Limits() {}

    /** Returns the term at each score, infinite where it grows without end towards an infinite score. */
    static double[] of(ScoreTerm term, Minimum minimum) {
        double[] scores = minimum.representatives();
        double[] farther = scores.clone();
        for (int i = 0; i < scores.length; i++) {
            if (Double.isInfinite(minimum.scores()[i])) {
                farther[i] = 2 * scores[i];
            }
        }
        double[] limits = term.values(scores);
        double[] far = term.values(farther);
        for (int i = 0; i < scores.length; i++) {
            double step = far[i] - limits[i];
            if (Math.abs(step) > SETTLED * (1 + Math.abs(limits[i]))) {
                limits[i] = Math.signum(step) * Double.POSITIVE_INFINITY;
            }
        }
        return limits;
    }

    /** Returns the sum of weight times term; where the weight is 0, the term does not count even if it is infinite. */
    static double mean(ScoreTerm term, Minimum minimum, double[] weights) {
        double[] limits = of(term, minimum);
        double sum = 0;
        for (int i = 0; i < limits.length; i++) {
            sum += weights[i] == 0 ? 0 : weights[i] * limits[i];
        }
        return sum;
    }
}
