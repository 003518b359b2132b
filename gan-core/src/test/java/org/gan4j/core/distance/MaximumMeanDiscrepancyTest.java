package org.gan4j.core.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.distance.MaximumMeanDiscrepancy.Estimator;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class MaximumMeanDiscrepancyTest {
    private static final List<Double> SIGMAS = List.of(0.4, 1.5);
    private static final MaximumMeanDiscrepancy UNBIASED =
            new MaximumMeanDiscrepancy(new GaussianKernel(SIGMAS), Estimator.UNBIASED);
    private static final MaximumMeanDiscrepancy BIASED =
            new MaximumMeanDiscrepancy(new GaussianKernel(SIGMAS), Estimator.BIASED);
    private static final double[][] POINTS = {{0.2, -0.3}, {1.1, 0.4}, {-0.6, 0.9}};
    private static final double[] P = {0.2, 0.5, 0.3};
    private static final double[] Q = {0.45, 0.15, 0.4};
    private static final Tensor X = Tensor.of(Shape.of(3, 2), 0.5, -1.2, 0.3, 1.1, 0.4, -0.6);
    private static final Tensor Y = Tensor.of(Shape.of(2, 2), -0.7, 0.9, 1.5, 0.2);

    /** All 81 pairs of samples of two points each, from a world of three points, with their probabilities. */
    @Test
    void theUnbiasedEstimateIsRightOnAverage() {
        assertThat(mean(UNBIASED, P, P)).isCloseTo(0, within(1e-16));
        assertThat(mean(UNBIASED, P, Q)).isCloseTo(exact(P, Q), within(1e-14));
        assertThat(exact(P, Q)).isGreaterThan(0.05);
    }

    /** The mean of the biased one is larger by (k(x, x) - E k(x, x')) / n of each side, n = 2. */
    @Test
    void theBiasedEstimateIsTooLargeByWhatTheoryTells() {
        double excess = (SIGMAS.size() - self(P)) / 2 + (SIGMAS.size() - self(Q)) / 2;
        assertThat(mean(BIASED, P, Q)).isCloseTo(exact(P, Q) + excess, within(1e-14));
    }

    @Test
    void theBiasedEstimateOfASampleAndItselfIsZero() {
        assertThat(BIASED.squared(X, X).item()).isCloseTo(0, within(1e-14));
        assertThat(BIASED.squared(X, X.gather(2, 0, 1)).item()).isCloseTo(0, within(1e-14));
        assertThat(BIASED.squared(X, Y).item()).isGreaterThan(0.1);
    }

    @Test
    void sigmasAreInTheUnitsOfTheData() {
        List<Double> hundredfold = List.of(40.0, 150.0);
        double scaled = new MaximumMeanDiscrepancy(new GaussianKernel(hundredfold), Estimator.BIASED)
                .squared(X.times(100), Y.times(100))
                .item();
        assertThat(scaled).isCloseTo(BIASED.squared(X, Y).item(), within(1e-14));
    }

    @Test
    void aWideKernelComparesMeansAlone() {
        double sigma = 1e4;
        double squared = new MaximumMeanDiscrepancy(new GaussianKernel(List.of(sigma)), Estimator.BIASED)
                .squared(X, Y)
                .item();
        double dx = (0.5 + 0.3 + 0.4) / 3 - (-0.7 + 1.5) / 2;
        double dy = (-1.2 + 1.1 - 0.6) / 3 - (0.9 + 0.2) / 2;
        assertThat(squared * sigma * sigma).isCloseTo(dx * dx + dy * dy, within(1e-6));
    }

    @Test
    void imagesAreComparedAsRowsOfNumbers() {
        assertThat(BIASED.squared(X.reshape(3, 1, 2), Y.reshape(2, 2, 1)).item())
                .isEqualTo(BIASED.squared(X, Y).item());
    }

    @Test
    void derivativesAreRightAlsoWhereSamplesCoincide() {
        for (MaximumMeanDiscrepancy discrepancy : List.of(BIASED, UNBIASED)) {
            GradientCheck.check(2, at -> discrepancy.squared(at.get(0), at.get(1)), X, Y);
            GradientCheck.check(2, at -> discrepancy.squared(at.get(0), at.get(1)), X, X);
        }
    }

    @Test
    void samplesThatCoincideHaveFiniteGradientsInFloat32() {
        Tensor x = Tensor.of(Shape.of(2, 2), 3f, 4f, 3f, 4f).tracked();
        Tensor root = BIASED.squared(x, x.detach()).maximum(1e-12).sqrt();
        assertThat(Gradients.of(root, List.of(x)).get(0).allFinite()).isTrue();
    }

    @Test
    void theUnbiasedEstimateNeedsTwoSamples() {
        assertThatThrownBy(() -> UNBIASED.squared(X, Y.slice(0, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a set has 1")
                .hasMessageContaining("biased estimate");
        assertThat(BIASED.squared(X, Y.slice(0, 0, 1)).item()).isPositive();
    }

    private static double mean(MaximumMeanDiscrepancy discrepancy, double[] p, double[] q) {
        double mean = 0;
        for (int outcome = 0; outcome < 81; outcome++) {
            int a = outcome % 3;
            int b = outcome / 3 % 3;
            int c = outcome / 9 % 3;
            int d = outcome / 27;
            double value = discrepancy.squared(sample(a, b), sample(c, d)).item();
            mean += p[a] * p[b] * q[c] * q[d] * value;
        }
        return mean;
    }

    private static Tensor sample(int a, int b) {
        return Tensor.of(Shape.of(2, 2), POINTS[a][0], POINTS[a][1], POINTS[b][0], POINTS[b][1]);
    }

    /** sum_ij (p_i - q_i) (p_j - q_j) k(x_i, x_j). */
    private static double exact(double[] p, double[] q) {
        double total = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                total += (p[i] - q[i]) * (p[j] - q[j]) * kernel(i, j);
            }
        }
        return total;
    }

    private static double self(double[] p) {
        return exact(p, new double[3]);
    }

    private static double kernel(int i, int j) {
        double square = Math.pow(POINTS[i][0] - POINTS[j][0], 2) + Math.pow(POINTS[i][1] - POINTS[j][1], 2);
        double sum = 0;
        for (double sigma : SIGMAS) {
            sum += Math.exp(-square / (2 * sigma * sigma));
        }
        return sum;
    }
}
