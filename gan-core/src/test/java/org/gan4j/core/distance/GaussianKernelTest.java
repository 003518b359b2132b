package org.gan4j.core.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.distance.MaximumMeanDiscrepancy.Estimator;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the kernel and of the discrepancy wherever the data are, in float32. */
class GaussianKernelTest {
    private static final List<Double> SIGMAS = List.of(0.05, 0.4, 3.0);
    private static final double[] WIDTHS = {0.05, 0.4, 3};
    private static final MaximumMeanDiscrepancy BIASED =
            new MaximumMeanDiscrepancy(new GaussianKernel(SIGMAS), Estimator.BIASED);
    private static final MaximumMeanDiscrepancy UNBIASED =
            new MaximumMeanDiscrepancy(new GaussianKernel(SIGMAS), Estimator.UNBIASED);

    @ParameterizedTest
    @CsvSource({"3, 0", "3, 10000", "17, 1000", "20, 1000", "20, 10000", "784, 1000"})
    void noValueExceedsTheNumberOfWidthsAndEachIsRight(int dimension, double at) {
        GaussianKernel kernel = new GaussianKernel(SIGMAS);
        Tensor x = Direct.clusters(20, dimension, at, 0.02, "x");
        Tensor y = Tensor.concatenate(0, x.slice(0, 0, 5), Direct.clusters(15, dimension, at, 0.02, "y"));
        float[] values = kernel.between(x, y).toFloats();
        assertThat(values).hasSize(400);
        for (int i = 0; i < 400; i++) {
            double right = kernel.at(Direct.squaredDistance(x, i / 20, y, i % 20));
            assertThat((double) values[i]).isBetween(0.0, 3.0).isCloseTo(right, within(1e-3));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(values[21 * i]).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // dimension, clusters at +-, deviation, tolerance
        "3,   0,     0.1,  1e-6",
        "3,   1000,  0.1,  1e-6",
        "17,  10000, 0.1,  1e-6",
        "20,  1000,  0.1,  1e-6",
        "20,  10000, 0.1,  1e-6",
        "784, 0,     0.02, 1e-5",
        "784, 1000,  0.02, 1e-5",
    })
    void theDiscrepancyIsThatOfFloat64(int dimension, double at, double deviation, double tolerance) {
        Tensor x = Direct.clusters(40, dimension, at, deviation, "x");
        Tensor y = Direct.clusters(30, dimension, at, 1.5 * deviation, "y");
        double right = Direct.discrepancy(x, y, WIDTHS);
        assertThat(right).isGreaterThan(0.01);
        assertThat(BIASED.squared(x, y).item()).isCloseTo(right, within(tolerance));
        assertThat(BIASED.squaredValue(x, y)).isCloseTo(right, within(tolerance));
        assertThat(UNBIASED.squaredValue(x, y)).isCloseTo(UNBIASED.squared(x, y).item(), within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17, 20, 784})
    void theDiscrepancyDoesNotDependOnTheOrigin(int dimension) {
        Tensor x = Direct.coarse(24, dimension, "x");
        Tensor y = Direct.coarse(33, dimension, "y");
        double here = BIASED.squared(x, y).item();
        assertThat(here).isGreaterThan(0.01);
        assertThat(BIASED.squared(x.plus(1_024), y.plus(1_024)).item()).isCloseTo(here, within(1e-6));
        assertThat(BIASED.squaredValue(x.plus(1_024), y.plus(1_024)))
                .isCloseTo(BIASED.squaredValue(x, y), within(1e-6));
    }

    /** Sets of the same rows in another order, where rounding alone decides the sign. */
    @ParameterizedTest
    @CsvSource({"3, 0", "20, 0", "20, 10000", "784, 1000"})
    void theBiasedOneIsNeverBelowZero(int dimension, double at) {
        int below = 0;
        for (int seed = 0; seed < 20; seed++) {
            Tensor x = Direct.clusters(15, dimension, at, 0.1, "x" + seed);
            Tensor y = x.gather(14, 3, 7, 1, 0, 2, 13, 12, 4, 5, 6, 8, 9, 11, 10);
            assertThat(BIASED.squared(x, y).item()).isBetween(0.0, 1e-5);
            assertThat(BIASED.squaredValue(x, y)).isBetween(0.0, 1e-5);
            below += UNBIASED.squared(x, y).item() < 0 ? 1 : 0;
        }
        assertThat(below).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "3, 1000", "20, 1000", "784, 100"})
    void gradientsInFloat32AreThoseOfFloat64(int dimension, double at) {
        Tensor x = Direct.clusters(16, dimension, at, 0.1, "x");
        Tensor y = Direct.clusters(16, dimension, at, 0.15, "y");
        Tensor gradient = gradient(x, y);
        Tensor right = gradient(x.to(DType.FLOAT64), y.to(DType.FLOAT64));
        assertThat(gradient.to(DType.FLOAT64).minus(right).norm().item())
                .isLessThan(0.01 * right.norm().item());
        assertThat(right.norm().item()).isGreaterThan(1e-6);
    }

    private static Tensor gradient(Tensor x, Tensor y) {
        Tensor leaf = x.tracked();
        return Gradients.of(BIASED.squared(leaf, y), List.of(leaf)).get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20})
    void itIsNaNOnlyWhereTheDataAre(int dimension) {
        Tensor x = RandomStream.of(1).normal(Shape.of(4, dimension), 0, 1e22);
        assertThat(BIASED.squared(x, x.times(2)).item()).isEqualTo(1.5);
        assertThat(BIASED.squaredValue(x, x.times(2))).isEqualTo(1.5);
        float[] spoilt = x.toFloats();
        spoilt[1] = Float.NaN;
        Tensor one = Tensor.of(x.shape(), spoilt);
        assertThat(BIASED.squared(x, one).item()).isNaN();
        assertThat(BIASED.squaredValue(x, one)).isNaN();
    }

    @Test
    void aMeasuredDiscrepancyIsTheOneLearnedFrom() {
        Tensor x = RandomStream.of(1).normal(Shape.of(7, 2));
        Tensor y = RandomStream.of(2).normal(Shape.of(5, 2));
        assertThat(BIASED.squaredValue(x, y)).isCloseTo(Direct.discrepancy(x, y, WIDTHS), within(1e-14));
        assertThat(UNBIASED.squaredValue(x.to(DType.FLOAT64), y.to(DType.FLOAT64)))
                .isCloseTo(
                        UNBIASED.squared(x.to(DType.FLOAT64), y.to(DType.FLOAT64))
                                .item(),
                        within(1e-14));
    }
}
