package org.gan4j.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The seeds are fixed, so that these tests give the same answer every time; each p-value is that of one seed. */
class DistributionTest {
    private static final double LEAST_P = 1e-3;
    private static final int N = 100_003;

    private final RandomStream root = RandomStream.of(1865);

    @ParameterizedTest
    @EnumSource(DType.class)
    void uniformIsUniform(DType type) {
        double[] values =
                root.split("uniform").uniform(type, Shape.of(N), -2, 5).toDoubles();
        assertThat(pValue(new UniformRealDistribution(-2, 5), values)).isGreaterThan(LEAST_P);
        assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-2.0, -1.999);
        assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(4.999, Math.nextDown(5.0));
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void normalIsNormal(DType type) {
        double[] values =
                root.split("normal").normal(type, Shape.of(N), 1.5, 0.5).toDoubles();
        assertThat(pValue(new NormalDistribution(1.5, 0.5), values)).isGreaterThan(LEAST_P);
    }

    /** Counts of a sample of 40 million beyond 3 to 5.2 standard deviations lie within 4 of their own deviations. */
    @Test
    void theNormalTailsAreWhereTheyShouldBe() {
        double[] limits = {1, 2, 3, 4, 4.5, 4.8, 5, 5.2};
        long[][] beyond = new long[2][limits.length];
        int tiles = 40;
        int each = 1_000_000;
        for (int t = 0; t < tiles; t++) {
            for (float value :
                    root.split("tails").split(t).normal(Shape.of(each)).toFloats()) {
                int side = value > 0 ? 1 : 0;
                for (int i = 0; i < limits.length && Math.abs(value) > limits[i]; i++) {
                    beyond[side][i]++;
                }
            }
        }
        for (int i = 0; i < limits.length; i++) {
            double expected = (double) tiles * each * Erf.erfc(limits[i] / Math.sqrt(2)) / 2;
            for (int side = 0; side < 2; side++) {
                assertThat((double) beyond[side][i])
                        .as("beyond %s on side %s", limits[i], side)
                        .isEqualTo(expected, within(4 * Math.sqrt(expected)));
            }
        }
        assertThat(beyond[0][5] + beyond[1][5]).isPositive();
    }

    @ParameterizedTest
    @EnumSource(DType.class)
    void normalMomentsAreRight(DType type) {
        double[] values =
                root.split("moments").normal(type, Shape.of(1_000_000), 0, 1).toDoubles();
        double[] powers = new double[5];
        for (double value : values) {
            double power = 1;
            for (int k = 1; k <= 4; k++) {
                power *= value;
                powers[k] += power / values.length;
            }
        }
        assertThat(powers[1]).isEqualTo(0, within(4e-3));
        assertThat(powers[2]).isEqualTo(1, within(4 * Math.sqrt(2e-6)));
        assertThat(powers[3]).isEqualTo(0, within(4 * Math.sqrt(15e-6)));
        assertThat(powers[4]).isEqualTo(3, within(4 * Math.sqrt(96e-6)));
    }

    @Test
    void masksHaveTheirFrequency() {
        for (double p : new double[] {0.01, 0.2, 0.5, 0.8, 0.999}) {
            Tensor mask = root.split("mask " + p).bernoulli(Shape.of(100, 1200), p);
            int ones = 0;
            for (float value : mask.toFloats()) {
                assertThat(value == 0f || value == 1f).isTrue();
                ones += (int) value;
            }
            assertThat(ones / 120_000.0).isEqualTo(p, within(4 * Math.sqrt(p * (1 - p) / 120_000)));
        }
        assertThat(root.split("none").bernoulli(Shape.of(5000), 0).sum().item()).isZero();
        assertThat(root.split("all").bernoulli(Shape.of(5000), 1).sum().item()).isEqualTo(5000);
    }

    @Test
    void integersAreUniformForBoundsThatDivideNoPowerOfTwo() {
        int bound = 37;
        long[] counts = new long[bound];
        for (int value : root.split("integers").integers(N, bound)) {
            counts[value]++;
        }
        assertThat(chiSquare(counts)).isGreaterThan(LEAST_P);
    }

    /** With a bound of 3 * 2^29 a remainder of 32 bits would fall below half of it with probability 2/3. */
    @Test
    void integersHaveNoModuloBias() {
        int bound = 3 << 29;
        int low = 0;
        for (int value : root.split("large").integers(N, bound)) {
            assertThat(value).isBetween(0, bound - 1);
            low += value < bound / 2 ? 1 : 0;
        }
        assertThat(low / (double) N).isEqualTo(0.5, within(4 * 0.5 / Math.sqrt(N)));
    }

    @Test
    void permutationsAreEquallyLikely() {
        long[] counts = new long[24];
        for (int i = 0; i < 24_000; i++) {
            int[] order = root.split("order").split(i).permutation(4);
            counts[rank(order)]++;
        }
        assertThat(chiSquare(counts)).isGreaterThan(LEAST_P);
    }

    @Test
    void siblingsAndParentsAreIndependent() {
        double[][] streams = new double[6][];
        streams[0] = root.split("a").normal(Shape.of(N)).toDoubles();
        streams[1] = root.split("b").normal(Shape.of(N)).toDoubles();
        streams[2] = root.split("a").split(0).normal(Shape.of(N)).toDoubles();
        streams[3] = root.split("a").split(1).normal(Shape.of(N)).toDoubles();
        streams[4] = root.normal(Shape.of(N)).toDoubles();
        streams[5] = RandomStream.of(1866).normal(Shape.of(N)).toDoubles();
        PearsonsCorrelation correlation = new PearsonsCorrelation();
        for (int i = 0; i < streams.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(correlation.correlation(streams[i], streams[j])).isEqualTo(0, within(4 / Math.sqrt(N)));
            }
            double[] later = Arrays.copyOfRange(streams[i], 1, N);
            double[] earlier = Arrays.copyOf(streams[i], N - 1);
            assertThat(correlation.correlation(later, earlier)).isEqualTo(0, within(4 / Math.sqrt(N)));
        }
    }

    /** The first numbers of many sibling streams, as steps and examples draw them, are uniform too. */
    @Test
    void firstNumbersAcrossStepsAreUniform() {
        double[] values = new double[20_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = root.split("step").split(i).split("latent").nextUniform();
        }
        assertThat(pValue(new UniformRealDistribution(0, 1), values)).isGreaterThan(LEAST_P);
        double[] later = Arrays.copyOfRange(values, 1, values.length);
        double[] earlier = Arrays.copyOf(values, values.length - 1);
        assertThat(new PearsonsCorrelation().correlation(later, earlier))
                .isEqualTo(0, within(4 / Math.sqrt(values.length)));
    }

    private static double pValue(RealDistribution distribution, double[] values) {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        double statistic = test.kolmogorovSmirnovStatistic(distribution, values);
        return 1 - test.ksSum(statistic * Math.sqrt(values.length), 1e-10, 10_000);
    }

    private static double chiSquare(long[] counts) {
        double[] expected = new double[counts.length];
        Arrays.fill(expected, (double) Arrays.stream(counts).sum() / counts.length);
        return new ChiSquareTest().chiSquareTest(expected, counts);
    }

    private static int rank(int[] order) {
        int rank = 0;
        for (int i = 0; i < order.length; i++) {
            int smaller = 0;
            for (int j = i + 1; j < order.length; j++) {
                smaller += order[j] < order[i] ? 1 : 0;
            }
            rank = rank * (order.length - i) + smaller;
        }
        return rank;
    }
}
