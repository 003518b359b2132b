package org.gan4j.core.gan.finite;

import java.util.Arrays;

/**
 * Minimizer of p real(s) + q fake(s) for many pairs of weights at once: the best of a coarse grid, then steps that
 * double downhill until the slope has changed its sign, then bisection on that sign to the last bit, which finds a kink
 * as it finds a root.
 */
final class PointwiseMinimizer {
    private static final double SPACING = 0.5;
    private static final int GRID = 129;
    private static final double FARTHEST = 0x1p45;
    private static final double NEGLIGIBLE = 1e-9;
    /** Slopes below this are made of numbers so small that rounding decides their sign. */
    private static final double NOTHING = 1e-290;

    private final ScoreTerms terms;
    private final double[] p;
    private final double[] q;
    private final double[] low;
    private final double[] high;
    private final boolean[] bracketed;

    private PointwiseMinimizer(ScoreTerms terms, double[] p, double[] q) {
        this.terms = terms;
        this.p = p;
        this.q = q;
        this.low = new double[p.length];
        this.high = new double[p.length];
        this.bracketed = new boolean[p.length];
    }

    static Minimum of(ScoreTerms terms, double[] p, double[] q) {
        PointwiseMinimizer search = new PointwiseMinimizer(terms, p.clone(), q.clone());
        search.start();
        search.expand();
        search.bisect();
        return search.classified();
    }

    /** Sets {@code high} to the best point of the grid, and {@code low} to its neighbour on the side of 0. */
    private void start() {
        double[] grid = new double[GRID];
        for (int k = 1; k < GRID; k++) {
            int size = (k + 1) / 2;
            grid[k] = SPACING * (k % 2 == 0 ? -size : size);
        }
        double[] real = terms.real().values(grid);
        double[] fake = terms.fake().values(grid);
        for (int i = 0; i < p.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int k = 0; k < GRID; k++) {
                double value = combine(i, real[k], fake[k]);
                if (value < best) {
                    best = value;
                    high[i] = grid[k];
                }
            }
            low[i] = high[i] - SPACING * Math.signum(high[i]);
        }
    }

    /** Moves {@code high} downhill until the slope there no longer leads on in the same direction. */
    private void expand() {
        double[] slopes = slopes(high);
        double[] direction = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            direction[i] = -Math.signum(slopes[i]);
            bracketed[i] = direction[i] == 0 || Double.isNaN(direction[i]);
        }
        for (double step = SPACING; step <= FARTHEST && !all(bracketed); step *= 2) {
            for (int i = 0; i < p.length; i++) {
                if (!bracketed[i]) {
                    low[i] = high[i];
                    high[i] += direction[i] * step;
                }
            }
            slopes = slopes(high);
            for (int i = 0; i < p.length; i++) {
                bracketed[i] |= slopes[i] * direction[i] >= 0;
            }
        }
    }

    /** Halves each bracket until nothing lies between its ends; {@code high} is where the slope no longer leads on. */
    private void bisect() {
        double[] middle = new double[p.length];
        boolean[] done = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            done[i] = !bracketed[i] || low[i] == high[i];
        }
        while (!all(done)) {
            for (int i = 0; i < p.length; i++) {
                middle[i] = low[i] + (high[i] - low[i]) / 2;
            }
            double[] slopes = slopes(middle);
            for (int i = 0; i < p.length; i++) {
                if (done[i]) {
                    continue;
                }
                done[i] = middle[i] == low[i] || middle[i] == high[i];
                if (slopes[i] * Math.signum(high[i] - low[i]) < 0) {
                    low[i] = middle[i];
                } else {
                    high[i] = middle[i];
                }
            }
        }
    }

    private Minimum classified() {
        double[] slopesLow = slopes(low);
        double[] slopesHigh = slopes(high);
        boolean[] levels = levels();
        double[] scores = high.clone();
        boolean[] kinks = new boolean[p.length];
        boolean bounded = true;
        for (int i = 0; i < p.length; i++) {
            double negligible = NEGLIGIBLE * (p[i] + q[i]);
            if (!bracketed[i]) {
                bounded &= Math.abs(slopesHigh[i] * high[i]) <= negligible;
            }
            if (!bracketed[i] || levels[i]) {
                scores[i] = Math.signum(high[i] - low[i]) * Double.POSITIVE_INFINITY;
            } else {
                kinks[i] = Math.abs(slopesHigh[i] - slopesLow[i]) > negligible;
            }
        }
        return new Minimum(scores, high.clone(), kinks, bounded);
    }

    /** Tells of each entry whether its slope fades away towards {@code high}, to nothing from there on. */
    private boolean[] levels() {
        double[] before = new double[p.length];
        double[] after = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double forward = SPACING * Math.signum(high[i] - low[i]);
            before[i] = high[i] - forward;
            after[i] = high[i] + forward;
        }
        double[] slopesBefore = slopes(before);
        double[] slopesAfter = slopes(after);
        double[] slopesHigh = slopes(high);
        boolean[] levels = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            levels[i] = low[i] != high[i]
                    && Math.abs(slopesHigh[i]) < NOTHING
                    && Math.abs(slopesAfter[i]) < NOTHING
                    && Math.abs(slopesBefore[i]) < NEGLIGIBLE * (p[i] + q[i]);
        }
        return levels;
    }

    private double[] slopes(double[] scores) {
        double[] real = terms.real().slopes(scores);
        double[] fake = terms.fake().slopes(scores);
        double[] slopes = new double[p.length];
        Arrays.setAll(slopes, i -> withoutSubnormals(combine(i, real[i], fake[i])));
        return slopes;
    }

    /** Below the normal numbers a slope that fades away is 0 here and not 0 a little further on, by rounding alone. */
    private static double withoutSubnormals(double slope) {
        return Math.abs(slope) < Double.MIN_NORMAL ? 0 : slope;
    }

    private double combine(int entry, double real, double fake) {
        return (p[entry] == 0 ? 0 : p[entry] * real) + (q[entry] == 0 ? 0 : q[entry] * fake);
    }

    private static boolean all(boolean[] flags) {
        for (boolean flag : flags) {
            if (!flag) {
                return false;
            }
        }
        return true;
    }
}
