package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.gan.Penalty;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.transform.GaussianNoise;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Penalties score fake samples with the labels of fake samples, and all other points with those of the real ones. */
class LabelledPenaltiesTest {
    private static final Tensor REAL = Tensor.of(Shape.of(3, 2), 1.5f, -0.25f, 0.5f, 2f, -1f, 0.75f);
    private static final Tensor FAKE = Tensor.of(Shape.of(3, 2), -0.5f, 1.25f, 3f, 0.5f, 0.25f, -2f);

    /** s(x) = slope (x_1 + x_2) with slope 2 for labels of real and 3 for labels of fake samples. */
    private static final class Watched implements ScoreFunction {
        private final List<String> asked = new ArrayList<>();

        @Override
        public Tensor apply(Tensor samples) {
            asked.add("real");
            return samples.sumKeeping(1).times(2);
        }

        @Override
        public Tensor ofFake(Tensor samples) {
            asked.add("fake");
            return samples.sumKeeping(1).times(3);
        }
    }

    private static GradientPenalty at(GradientPoints where) {
        return new GradientPenalty(where, 0, GradientSide.TWO_SIDED, 2, 1);
    }

    private static Consistency consistency(SampleKind where) {
        return new Consistency(where, new GaussianNoise(0.1), 1);
    }

    static Stream<Arguments> penalties() {
        List<String> real = List.of("real");
        List<String> fake = List.of("fake");
        List<String> both = List.of("real", "fake");
        return Stream.of(
                Arguments.of(at(GradientPoints.REAL), real),
                Arguments.of(at(GradientPoints.FAKE), fake),
                Arguments.of(at(GradientPoints.BOTH), both),
                Arguments.of(at(GradientPoints.INTERPOLATE), real),
                Arguments.of(at(GradientPoints.DRAGAN), real),
                Arguments.of(R1.DEFAULTS, real),
                Arguments.of(R2.DEFAULTS, fake),
                Arguments.of(QuadraticPotential.DEFAULTS, both),
                Arguments.of(consistency(SampleKind.REAL), List.of("real", "real")),
                Arguments.of(consistency(SampleKind.FAKE), List.of("fake", "fake")),
                Arguments.of(consistency(SampleKind.BOTH), List.of("real", "real", "fake", "fake")));
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void asksForTheScoresOfEachKindOfPoint(Penalty penalty, List<String> asked) {
        Watched score = new Watched();
        double value = penalty.of(score, REAL, FAKE, RandomStream.of(2)).item();
        assertThat(score.asked).isEqualTo(asked);
        if (penalty instanceof GradientPenalty) {
            // Squared slopes: 2 (2^2) for real labels, 2 (3^2) for fake ones.
            double expected = asked.stream()
                    .mapToDouble(label -> label.equals("real") ? 8 : 18)
                    .average()
                    .orElseThrow();
            assertThat(value).isCloseTo(expected, within(1e-5));
        }
    }
}
