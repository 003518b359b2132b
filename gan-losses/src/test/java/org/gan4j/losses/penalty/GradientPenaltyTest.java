package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientPenaltyTest {
    /** One number of [0, 1) per sample, the same for all its numbers, another for every sample. */
    @Test
    void interpolationDrawsOneNumberPerSample() {
        Tensor real = Tensor.full(DType.FLOAT64, Shape.of(500, 2, 3, 1), 3);
        Tensor fake = Tensor.full(DType.FLOAT64, Shape.of(500, 2, 3, 1), -1);
        Tensor points = points(GradientPenalty.WGAN_GP, real, fake);
        assertThat(points.shape()).isEqualTo(real.shape());
        double[] u = points.plus(1).times(0.25).toDoubles();
        double[] first = new double[500];
        for (int i = 0; i < 500; i++) {
            first[i] = u[6 * i];
            for (int j = 1; j < 6; j++) {
                assertThat(u[6 * i + j]).isEqualTo(u[6 * i]);
            }
        }
        assertThat(Arrays.stream(first).distinct().count()).isEqualTo(500);
        assertThat(Arrays.stream(first).boxed()).allMatch(value -> value >= 0 && value < 1);
        assertThat(Arrays.stream(first).average().orElseThrow()).isCloseTo(0.5, within(0.06));
    }

    /** Each number has its own draw from [0, 1) times half of the deviation, which is 2 for values 1 and 5. */
    @Test
    void draganPerturbsEveryNumberByUpToHalfADeviation() {
        double[] values = new double[600];
        Arrays.setAll(values, i -> i < 300 ? 1 : 5);
        Tensor real = Tensor.of(Shape.of(100, 6), values);
        Tensor fake = Tensor.zeros(DType.FLOAT64, Shape.of(3, 6));
        double[] moved = points(GradientPenalty.DRAGAN, real, fake).minus(real).toDoubles();
        assertThat(Arrays.stream(moved).boxed()).allMatch(value -> value >= 0 && value < 1);
        assertThat(Arrays.stream(moved).distinct().count()).isGreaterThan(590);
        assertThat(Arrays.stream(moved).average().orElseThrow()).isCloseTo(0.5, within(0.06));
    }

    @Test
    void interpolationNeedsPairs() {
        Tensor real = Tensor.zeros(DType.FLOAT32, Shape.of(4, 2));
        Tensor fake = Tensor.zeros(DType.FLOAT32, Shape.of(3, 2));
        assertThatThrownBy(() -> points(GradientPenalty.WGAN_GP, real, fake))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("where: interpolate pairs real sample i with fake sample i and needs two batches of one"
                        + " shape, but real is [4, 2] and fake is [3, 2]");
        assertThat(points(GradientPenalty.WGAN_DIV, real, fake).shape()).isEqualTo(Shape.of(7, 2));
    }

    @Test
    void pricesOfRealAndOfFakeSlopesAreOfOneFamily() {
        assertThat(GradientPenalty.WGAN_GP.family()).isEqualTo("gradient-penalty");
        assertThat(R1.DEFAULTS.family()).isEqualTo("gradient-penalty");
        assertThat(R2.DEFAULTS.family()).isEqualTo("gradient-penalty");
    }

    /** s does not depend on x at all: no gradient, no record, and still a price of (0 - 1)^2. */
    @Test
    void aConstantScoreHasANormOfZero() {
        Tensor real = Tensor.zeros(DType.FLOAT32, Shape.of(4, 2));
        Tensor value = GradientPenalty.WGAN_GP.of(
                x -> Tensor.ones(DType.FLOAT32, Shape.of(4, 1)), real, real, RandomStream.of(1));
        assertThat(value.item()).isEqualTo(10);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void settingsAreFiniteAndNotNegative(double value) {
        assertThatThrownBy(() -> new GradientPenalty(GradientPoints.REAL, value, GradientSide.TWO_SIDED, 2, 1))
                .hasMessage("centre must be finite and at least 0, but is " + value);
        assertThatThrownBy(() -> new GradientPenalty(GradientPoints.REAL, 1, GradientSide.TWO_SIDED, value, 1))
                .hasMessage("power must be finite and at least 1, but is " + value);
        assertThatThrownBy(() -> GradientPenalty.WGAN_GP.withWeight(value))
                .hasMessage("weight must be finite and at least 0, but is " + value);
        assertThatThrownBy(() -> new R1(value, GammaConvention.PAPER))
                .hasMessage("gamma must be finite and at least 0, but is " + value);
        assertThatThrownBy(() -> new R2(value, GammaConvention.PAPER))
                .hasMessage("gamma must be finite and at least 0, but is " + value);
    }

    private static Tensor points(GradientPenalty penalty, Tensor real, Tensor fake) {
        List<Tensor> asked = new ArrayList<>();
        penalty.of(
                x -> {
                    asked.add(x.detach());
                    return x.reshape(x.shape().dim(0), -1).sumKeeping(1);
                },
                real,
                fake,
                RandomStream.of(11));
        return Tensor.concatenate(0, asked);
    }
}
