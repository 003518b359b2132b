package org.gan4j.core.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.MixtureMultivariateNormalDistribution;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.util.Pair;
import org.gan4j.core.data.Mode;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MixtureTest {
    private static final double[][] MEANS = {{-1, 0.5}, {2, 1}, {0.25, -2}};
    private static final double[][][] COVARIANCES = {
        {{0.5, 0.2}, {0.2, 0.3}}, {{0.1, -0.05}, {-0.05, 0.4}}, {{1, 0}, {0, 0.25}}
    };
    private static final double[] WEIGHTS = {0.2, 0.5, 0.3};
    private static final GaussianMixture SKEWED = new GaussianMixture(
            List.of(list(MEANS[0]), list(MEANS[1]), list(MEANS[2])),
            List.of(),
            List.of(matrix(COVARIANCES[0]), matrix(COVARIANCES[1]), matrix(COVARIANCES[2])),
            List.of(2.0, 5.0, 3.0));

    private static List<Double> list(double... values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    private static List<List<Double>> matrix(double[][] rows) {
        return List.of(list(rows[0]), list(rows[1]));
    }

    @Test
    void logDensityEqualsThatOfAnIndependentImplementation() {
        List<Pair<Double, MultivariateNormalDistribution>> components = new ArrayList<>();
        for (int k = 0; k < 3; k++) {
            components.add(new Pair<>(WEIGHTS[k], new MultivariateNormalDistribution(MEANS[k], COVARIANCES[k])));
        }
        var oracle = new MixtureMultivariateNormalDistribution(components);
        double[] points = {0, 0, 2.1, 0.7, -1, 0.5, 0.25, -3.5, 5, 5};
        double[] found = SKEWED.density().orElseThrow().logDensity(Tensor.of(Shape.of(5, 2), points));
        for (int i = 0; i < 5; i++) {
            double expected = oracle.density(new double[] {points[2 * i], points[2 * i + 1]});
            assertThat(found[i]).isCloseTo(Math.log(expected), within(1e-12 * Math.abs(Math.log(expected))));
        }
    }

    @Test
    void farFromAllModesTheLogDensityIsStillFinite() {
        double[] found =
                Ring.DEFAULTS.density().orElseThrow().logDensity(Tensor.of(Shape.of(1, 2), new double[] {1000, 0}));
        // nearest mode at (1, 0): -(999 / .01)^2 / 2 - log(2 pi .01^2) - log 8
        assertThat(found[0])
                .isCloseTo(-0.5 * Math.pow(99_900, 2) - Math.log(2 * Math.PI * 1e-4) - Math.log(8), within(1e-3));
    }

    static List<MixtureDistribution> planar() {
        return List.of(
                SKEWED,
                new Ring(8, 1, 0.1),
                new Grid(3, 2, 0.4),
                new GaussianMixture(List.of(List.of(0.0, 1.0), List.of(1.0, 0.0)), List.of(0.3), List.of(), List.of()));
    }

    @ParameterizedTest
    @MethodSource("planar")
    void densitiesIntegrateToOne(MixtureDistribution distribution) {
        int side = 401;
        double low = -8;
        double step = 16.0 / (side - 1);
        double[] points = new double[2 * side * side];
        for (int i = 0; i < side * side; i++) {
            points[2 * i] = low + step * Math.floorDiv(i, side);
            points[2 * i + 1] = low + step * (i % side);
        }
        double total = 0;
        for (double value :
                distribution.density().orElseThrow().logDensity(Tensor.of(Shape.of(side * side, 2), points))) {
            total += Math.exp(value) * step * step;
        }
        assertThat(total).isCloseTo(1, within(1e-9));
    }

    @Test
    void theDensityOnTheLineIntegratesToOne() {
        var narrow = new Gaussian(1.5, 0.25).density().orElseThrow();
        double total = 0;
        for (int i = 0; i <= 1000; i++) {
            double x = -1 + i * 0.005;
            total += 0.005 * Math.exp(narrow.logDensity(Tensor.of(Shape.of(1, 1), new double[] {x}))[0]);
        }
        assertThat(total).isCloseTo(1, within(1e-9));
    }

    @Test
    void samplesHaveTheMeansCovariancesAndSharesOfTheComponents() {
        int n = 200_000;
        Samples samples = SKEWED.sample(n, RandomStream.of(11).split("test"));
        float[] values = samples.values().toFloats();
        float[] labels = samples.labels().orElseThrow().toFloats();
        for (int k = 0; k < 3; k++) {
            double[] sum = new double[6];
            for (int i = 0; i < n; i++) {
                if (labels[i] == k) {
                    double x = values[2 * i] - MEANS[k][0];
                    double y = values[2 * i + 1] - MEANS[k][1];
                    double[] moments = {1, x, y, x * x, x * y, y * y};
                    for (int m = 0; m < 6; m++) {
                        sum[m] += moments[m];
                    }
                }
            }
            // five standard errors of a share, a mean and a second moment
            assertThat(sum[0] / n).isCloseTo(WEIGHTS[k], within(5 * 0.5 / Math.sqrt(n)));
            double se = 5 / Math.sqrt(sum[0]);
            assertThat(sum[1] / sum[0]).isCloseTo(0, within(se));
            assertThat(sum[2] / sum[0]).isCloseTo(0, within(se));
            assertThat(sum[3] / sum[0]).isCloseTo(COVARIANCES[k][0][0], within(1.5 * se * COVARIANCES[k][0][0]));
            assertThat(sum[4] / sum[0]).isCloseTo(COVARIANCES[k][0][1], within(se));
            assertThat(sum[5] / sum[0]).isCloseTo(COVARIANCES[k][1][1], within(1.5 * se * COVARIANCES[k][1][1]));
        }
    }

    @Test
    void modesKnowDistancesInStandardDeviations() {
        Mode mode = SKEWED.modes().get(0);
        assertThat(mode.centre()).containsExactly(-1, 0.5);
        // |C|^(1/4) with |C| = .5 * .3 - .2^2
        assertThat(mode.standardDeviation()).isCloseTo(Math.pow(0.11, 0.25), within(1e-12));
        // C^-1 = [[.3, -.2], [-.2, .5]] / .11, offset (1, 1): (.3 - .4 + .5) / .11
        assertThat(mode.distance(0, 1.5)).isCloseTo(Math.sqrt(0.4 / 0.11), within(1e-12));
        assertThat(Grid.DEFAULTS.modes().get(0).distance(-4, -3.9)).isCloseTo(2, within(1e-9));
        assertThatThrownBy(() -> mode.distance(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRingHasEightDistinctModesAtTheStatedAngles() {
        List<Mode> modes = Ring.DEFAULTS.modes();
        assertThat(modes).hasSize(8);
        for (int k = 0; k < 8; k++) {
            double[] centre = modes.get(k).centre();
            assertThat(Math.hypot(centre[0], centre[1])).isCloseTo(1, within(1e-12));
            assertThat(Math.floorMod(Math.round(Math.toDegrees(Math.atan2(centre[1], centre[0]))), 360))
                    .isEqualTo(45 * k);
            assertThat(modes.get(k).standardDeviation()).isCloseTo(0.01, within(1e-15));
        }
    }

    @Test
    void theGridHasItsTwentyFiveModes() {
        List<String> centres = new ArrayList<>();
        for (Mode mode : Grid.DEFAULTS.modes()) {
            centres.add((int) mode.centre()[0] + " " + (int) mode.centre()[1]);
            assertThat(mode.standardDeviation()).isCloseTo(0.05, within(1e-15));
        }
        List<String> expected = new ArrayList<>();
        for (int x : List.of(-4, -2, 0, 2, 4)) {
            for (int y : List.of(-4, -2, 0, 2, 4)) {
                expected.add(x + " " + y);
            }
        }
        assertThat(centres).containsExactlyElementsOf(expected);
    }

    @Test
    void aComponentOfWeightZeroIsNeverDrawn() {
        GaussianMixture lopsided = new GaussianMixture(
                List.of(List.of(0.0), List.of(9.0), List.of(5.0)), List.of(1.0), List.of(), List.of(1.0, 0.0, 1.0));
        assertThat(lopsided.sample(2000, RandomStream.of(1))
                        .labels()
                        .orElseThrow()
                        .toFloats())
                .contains(0, 2)
                .doesNotContain(1);
    }

    @Test
    void settingsThatDoNotFitAreRefused() {
        List<List<Double>> means = List.of(List.of(0.0, 0.0), List.of(1.0, 1.0));
        refused("either standardDeviations or covariances", means, List.of(), List.of(), List.of());
        refused("one for each of 2 means, got 3", means, List.of(1.0, 2.0, 3.0), List.of(), List.of());
        refused("one weight for each of 2 means, got 1", means, List.of(1.0), List.of(), List.of(1.0));
        refused("a weight must be 0 or more, got NaN", means, List.of(1.0), List.of(), List.of(1.0, Double.NaN));
        refused("sum of the weights", means, List.of(1.0), List.of(), List.of(0.0, 0.0));
        refused("positive and finite, got NaN", means, List.of(Double.NaN), List.of(), List.of());
        refused("same number", List.of(List.of(0.0), List.of(1.0, 1.0)), List.of(1.0), List.of(), List.of());
        List<List<Double>> good = matrix(COVARIANCES[0]);
        refused("one covariance for each of 2", means, List.of(), List.of(good), List.of());
        List<List<Double>> skew = List.of(List.of(1.0, 0.5), List.of(0.4, 1.0));
        refused("symmetric", means, List.of(), List.of(good, skew), List.of());
        List<List<Double>> indefinite = List.of(List.of(1.0, 2.0), List.of(2.0, 1.0));
        refused("positive definite", means, List.of(), List.of(good, indefinite), List.of());
        List<List<Double>> small = List.of(List.of(1.0));
        refused("2 by 2", means, List.of(), List.of(good, small), List.of());
    }

    private static void refused(
            String message,
            List<List<Double>> means,
            List<Double> standardDeviations,
            List<List<List<Double>>> covariances,
            List<Double> weights) {
        assertThatThrownBy(() -> new GaussianMixture(means, standardDeviations, covariances, weights))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
