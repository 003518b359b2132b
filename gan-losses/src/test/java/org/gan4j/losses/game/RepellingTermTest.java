package org.gan4j.losses.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepellingTermTest {
    /** A term that kept the pairs i = j would be 1 / (N - 1) here, and one that divided by N^2 of them 1 / N. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void orthogonalCodesGiveZeroForEveryBatch(int count) {
        double[] values = new double[count * count];
        for (int i = 0; i < count; i++) {
            values[i * count + i] = 1 + i;
        }
        assertThat(term(count, values)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 7})
    void codesOnOneLineGiveOneForEveryBatch(int count) {
        double[] values = new double[count * 3];
        for (int i = 0; i < count; i++) {
            double length = (i + 1) * (i % 2 == 0 ? 1 : -0.5);
            values[3 * i] = 0.3 * length;
            values[3 * i + 1] = -1.2 * length;
            values[3 * i + 2] = 0.7 * length;
        }
        assertThat(term(count, values)).isCloseTo(1, within(1e-14));
    }

    /** Angles of 30, 60 and 90 degrees: cos^2 = 3/4, 1/4, 0, each pair twice: 2 (3/4 + 1/4) / 6. */
    @Test
    void isTheMeanSquaredCosineOfPairs() {
        double root = Math.sqrt(3);
        assertThat(term(3, 5, 0, root, 1, 0, 0.25)).isCloseTo(1.0 / 3, within(1e-14));
    }

    @Test
    void theLengthOfACodeDoesNotMatter() {
        double small = term(3, 0.3, -0.2, 1.5, 0.1, -0.4, 0.9);
        assertThat(term(3, 30, -20, 0.015, 0.001, -0.4, 0.9)).isCloseTo(small, within(1e-14));
    }

    @Test
    void aCodeOfLengthZeroIsOrthogonalToAllAndHasNoGradient() {
        Tensor codes = Tensor.of(Shape.of(3, 2), 1f, 2f, 0f, 0f, 2f, -0.5f).tracked();
        Tensor term = RepellingTerm.of(codes);
        double cosine = 1 / (Math.sqrt(5) * Math.sqrt(4.25));
        assertThat(term.item()).isCloseTo(2 * cosine * cosine / 6, within(1e-7));
        Tensor gradient = Gradients.of(term, List.of(codes)).get(0);
        assertThat(gradient.allFinite()).isTrue();
        assertThat(gradient.at(1, 0)).isZero();
        assertThat(gradient.at(1, 1)).isZero();
        assertThat(gradient.at(0, 0)).isNotZero();
        assertThat(RepellingTerm.of(Tensor.of(Shape.of(2, 2), new float[4])).item())
                .isZero();
    }

    @Test
    void derivativesAreRight() {
        GradientCheck.check(
                2, codes -> RepellingTerm.of(codes.get(0)), Tensor.of(Shape.of(3, 2), 0.3, -0.2, 1.5, 0.1, -0.4, 0.9));
    }

    @Test
    void oneCodeHasNoOther() {
        assertThatThrownBy(() -> term(1, 1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a batch has 1")
                .hasMessageContaining("repelling: 0");
    }

    private static double term(int count, double... values) {
        return RepellingTerm.of(Tensor.of(Shape.of(count, values.length / count), values))
                .item();
    }
}
