package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.transform.GaussianNoise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PenaltySettingsTest {
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void weightsAreFiniteAndNotNegative(double value) {
        assertThatThrownBy(() -> Consistency.DEFAULTS.withWeight(value))
                .hasMessage("weight must be finite and at least 0, but is " + value);
        assertThatThrownBy(() -> new QuadraticPotential(value, PairDistance.L1))
                .hasMessage("lambda must be finite and above 0, but is " + value);
    }

    @Test
    void limitsOfSettings() {
        assertThatThrownBy(() -> new QuadraticPotential(0, PairDistance.L1))
                .hasMessage("lambda must be finite and above 0, but is 0.0");
        assertThatThrownBy(() -> new GradientPenalty(GradientPoints.REAL, 0, GradientSide.TWO_SIDED, 0.999, 1))
                .hasMessage("power must be finite and at least 1, but is 0.999");
        Tensor points = Tensor.of(Shape.of(2, 1), 1.0, 2.0);
        List<Penalty> free = List.of(
                new GradientPenalty(GradientPoints.BOTH, 0, GradientSide.ONE_SIDED, 1, 0),
                new R1(0, GammaConvention.PAPER),
                new Consistency(SampleKind.BOTH, new GaussianNoise(0), 5),
                new Consistency(SampleKind.BOTH, new GaussianNoise(1), 0));
        for (Penalty penalty : free) {
            assertThat(penalty.of(x -> x.times(3), points, points, RandomStream.of(1))
                            .item())
                    .isZero();
        }
    }

    @Test
    void pairsNeedBatchesOfOneShape() {
        Tensor four = Tensor.zeros(DType.FLOAT32, Shape.of(4, 2));
        Tensor three = Tensor.zeros(DType.FLOAT32, Shape.of(3, 2));
        assertThatThrownBy(() -> QuadraticPotential.DEFAULTS.of(x -> x, four, three, RandomStream.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the quadratic potential pairs real sample i with fake sample i and needs two batches of one"
                                + " shape, but real is [4, 2] and fake is [3, 2]");
    }

    /**
     * A price of an even power about 0 is a polynomial in the slope, and so are its derivatives where the slope is 0:
     * s = a x^2 / 2 + b x has the slope a x + b, which is 0 at a = b = 0.
     */
    @ParameterizedTest
    @ValueSource(doubles = {2, 4, 6})
    void evenPowersAreSmoothWhereTheSlopeIsZero(double power) {
        GradientPenalty penalty = new GradientPenalty(GradientPoints.BOTH, 0, GradientSide.TWO_SIDED, power, 3);
        Tensor real = Tensor.of(Shape.of(3, 1), 1.0, -2.0, 0.5);
        Tensor fake = Tensor.of(Shape.of(2, 1), 1.5, -0.25);
        Tensor zero = Tensor.zeros(DType.FLOAT64, Shape.of(1));
        GradientCheck.check(
                2,
                p -> penalty.of(
                        x -> x.square().times(p.get(0)).times(0.5).plus(x.times(p.get(1))),
                        real,
                        fake,
                        RandomStream.of(1)),
                zero,
                zero);
    }

    /** 1e4 away from the centre in float32, squared: far from overflow. */
    @Test
    void steepScoresHaveFinitePrices() {
        Tensor points = Tensor.of(Shape.of(2, 1), 1f, 2f);
        double price = GradientPenalty.WGAN_GP
                .of(x -> x.times(1e4), points, points, RandomStream.of(1))
                .item();
        assertThat(price).isCloseTo(10 * 9999.0 * 9999.0, within(1e3));
    }
}
