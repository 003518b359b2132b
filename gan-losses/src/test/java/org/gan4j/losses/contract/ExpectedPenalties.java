package org.gan4j.losses.contract;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.losses.penalty.Consistency;
import org.gan4j.losses.penalty.GammaConvention;
import org.gan4j.losses.penalty.GradientPenalty;
import org.gan4j.losses.penalty.GradientPoints;
import org.gan4j.losses.penalty.GradientSide;
import org.gan4j.losses.penalty.PairDistance;
import org.gan4j.losses.penalty.QuadraticPotential;
import org.gan4j.losses.penalty.R1;
import org.gan4j.losses.penalty.R2;
import org.gan4j.losses.penalty.SampleKind;
import org.gan4j.losses.transform.GaussianNoise;

/**
 * What every named penalty must give, computed outside of this code base.
 *
 * <p>On the critic with gradient (2 x + 1/2, 1 - y) the squared norms are 7.25, 0.8125, 8 at the points REAL (mean
 * 5.354166...) and 4.25, 24.25, 12.5 at the points FAKE (mean 41/3).
 *
 * <p>On the line from REST = (-1/4, 1), where the gradient is 0, to FAR = (1, 3) the norm is v L with L = sqrt(10.25) and
 * v from 0 to 1: the mean of (v L - 1)^2 is L^2 / 3 - L + 1 = 1.21510454795024, that of max(0, v L - 1)^2 is
 * (L - 1)^3 / (3 L) = 1.11098870669169. The deviation of (v L - 1)^2 is 1.5, so that the mean over 40000 draws lies within
 * 0.03 of it at four standard errors.
 *
 * <p>The batch of REST and (3/4, -1), each as often, has the deviation sqrt(0.640625); the mean of (|grad| - 1)^2 over the
 * square of c = 0.400195264839553 at both is 2.18757018743997 (mpmath: quad(lambda u, v: (sqrt((2 (x + c u) + .5)**2 +
 * (1 - y - c v)**2) - 1)**2, [0, 1], [0, 1]), mean of the two).
 *
 * <p>The critic's scores are 1.5, 0.21875, -0.5625 at REAL and -1.5, 3.5, 3.375 at FAKE, the squares of their differences
 * 9, 10.7666015625, 15.50390625; mean absolute distances 1, 1.875, 1.125, Euclidean ones sqrt(2), sqrt(7.8125),
 * sqrt(2.8125). With lambda 10: (9 + 5.7421875 + 13.78125) / 3 / 20; where the first pair is equal, without the 9.
 *
 * <p>Images of one row with the pixels 1, 2, flipped or not and shifted by -4 to 4 columns, become 1, 2 and 2, 1 with
 * probability 1/18 each, 1, 1 and 2, 2 with 4/9 each; scores 1.5, 5.5, 2, 5; mean square of the change 16/18 + 12.5 4/9.
 * Noise of deviation d changes the score by d g.n + d^2 (n1^2 - n2^2 / 2), with mean square d^2 |g|^2 + 2.75 d^4: 1.984375
 * at (1, 2) and 6.234375 at (2, -1) for d = 1/2.
 */
final class ExpectedPenalties {
    private static final double[][] REAL = {{1, 2}, {-0.5, 0.25}, {0.75, -1}};
    private static final double[][] FAKE = {{0, 3}, {2, -1}, {1.5, 0.5}};
    private static final double[][] SAME = {{1, 2}, {2, -1}, {1.5, 0.5}};
    private static final double[][] REST = repeated(40_000, new double[] {-0.25, 1});
    private static final double[][] FAR = repeated(40_000, new double[] {1, 3});
    private static final double[][] ONE = repeated(40_000, new double[] {1, 2});
    private static final double[][] OTHER = repeated(40_000, new double[] {2, -1});
    private static final double[][] TWO = repeated(20_000, new double[] {-0.25, 1}, new double[] {0.75, -1});

    private static final SortedMap<String, PenaltyCase> ROWS = new TreeMap<>();

    static {
        PenaltyCase interpolating = PenaltyCase.of("wgan-gp", GradientPenalty.WGAN_GP)
                .pricing(n -> 10 * (n - 1) * (n - 1))
                .drawing()
                .goldenMean(REST, FAR, 12.1510454795024, 0.3)
                .goldenMean(FAR, REST, 12.1510454795024, 0.3);
        put(interpolating);
        put(new PenaltyCase(
                "gradient-penalty",
                GradientPenalty.DEFAULTS,
                interpolating.price(),
                true,
                true,
                true,
                false,
                interpolating.goldens()));
        put(PenaltyCase.of("one-sided-gradient-penalty", GradientPenalty.ONE_SIDED)
                .pricing(n -> n > 1 ? 10 * (n - 1) * (n - 1) : 0)
                .drawing()
                .goldenMean(REST, FAR, 11.1098870669169, 0.3));
        put(PenaltyCase.of("dragan", GradientPenalty.DRAGAN)
                .pricing(n -> 10 * (n - 1) * (n - 1))
                .onlyReal()
                .drawing()
                .goldenMean(TWO, FAR, 21.8757018743997, 0.3));
        put(PenaltyCase.of("zero-centred-gradient-penalty", GradientPenalty.ZERO_CENTRED)
                .pricing(n -> 10 * n * n)
                .onlyReal()
                .golden(REAL, FAKE, 53.541666666666664));
        put(PenaltyCase.of("wgan-div", GradientPenalty.WGAN_DIV)
                .pricing(n -> 2 * Math.pow(n, 6))
                .golden(REAL, FAKE, 5728.006917317708));
        put(PenaltyCase.of("r1", R1.DEFAULTS)
                .pricing(n -> 5 * n * n)
                .onlyReal()
                .golden(REAL, FAKE, 26.770833333333332));
        put(PenaltyCase.of("r2", R2.DEFAULTS).pricing(n -> 5 * n * n).onlyFake().golden(REAL, FAKE, 68.33333333333333));
        put(PenaltyCase.of("quadratic-potential", QuadraticPotential.DEFAULTS)
                .golden(REAL, FAKE, 0.475390625)
                .golden(REAL, SAME, 0.325390625));
        put(PenaltyCase.of("consistency", Consistency.DEFAULTS)
                .onImages()
                .onlyReal()
                .drawing()
                .goldenMean(ONE, FAR, 64.4444444444444, 1.2));
    }

    private ExpectedPenalties() {}

    private static void put(PenaltyCase row) {
        ROWS.put(row.name(), row);
    }

    /** Returns what is known of each registered name. */
    static SortedMap<String, PenaltyCase> rows() {
        return Collections.unmodifiableSortedMap(ROWS);
    }

    /** Settings without a name: broken and odd powers, other weights and centres, the released code's gamma. */
    static SortedMap<String, PenaltyCase> settings() {
        SortedMap<String, PenaltyCase> rows = new TreeMap<>();
        for (PenaltyCase row : new PenaltyCase[] {
            PenaltyCase.of("r1-released-code", new R1(3, GammaConvention.RELEASED_CODE))
                    .pricing(n -> 3 * n * n)
                    .onlyReal()
                    .golden(REAL, FAKE, 16.0625),
            PenaltyCase.of("r2-released-code", new R2(3, GammaConvention.RELEASED_CODE))
                    .pricing(n -> 3 * n * n)
                    .onlyFake()
                    .golden(REAL, FAKE, 41),
            PenaltyCase.of("broken-power", settings(GradientPoints.REAL, 0.5, GradientSide.TWO_SIDED, 1.5))
                    .pricing(n -> 2 * Math.pow(Math.abs(n - 0.5), 1.5))
                    .onlyReal()
                    .golden(new double[][] {{1, 1}}, FAKE, 5.65685424949238),
            PenaltyCase.of("odd-power", settings(GradientPoints.FAKE, 2, GradientSide.ONE_SIDED, 3))
                    .pricing(n -> n > 2 ? 2 * Math.pow(n - 2, 3) : 0)
                    .onlyFake()
                    .golden(REAL, new double[][] {{2.25, 1}}, 54),
            PenaltyCase.of("norm", settings(GradientPoints.BOTH, 0, GradientSide.TWO_SIDED, 1))
                    .pricing(n -> 2 * n)
                    .golden(new double[][] {{0.5, -1}}, new double[][] {{2.25, 1}, {0.75, 1}}, 6),
            PenaltyCase.of("consistency-noise", new Consistency(SampleKind.BOTH, new GaussianNoise(0.5), 2))
                    .drawing()
                    .goldenMean(ONE, OTHER, 8.21875, 0.3),
            PenaltyCase.of("consistency-fake", new Consistency(SampleKind.FAKE, new GaussianNoise(0.5), 1))
                    .drawing()
                    .onlyFake()
                    .goldenMean(ONE, OTHER, 6.234375, 0.3),
            PenaltyCase.of("potential-l1", new QuadraticPotential(10, PairDistance.L1))
                    .golden(REAL, FAKE, 0.2376953125),
            PenaltyCase.of("potential-l2", new QuadraticPotential(3, PairDistance.L2))
                    .golden(REAL, FAKE, 1.0811489473344162)
                    .golden(REAL, REAL, 0),
        }) {
            rows.put(row.name(), row);
        }
        return rows;
    }

    private static GradientPenalty settings(GradientPoints where, double centre, GradientSide side, double power) {
        return new GradientPenalty(where, centre, side, power, 2);
    }

    private static double[][] repeated(int times, double[]... points) {
        double[][] rows = new double[times * points.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = points[i % points.length];
        }
        return rows;
    }
}
