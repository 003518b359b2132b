package org.gan4j.losses.penalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowersTest {
    /** A whole power has its own second derivative at 0; that of x^1.5 would be infinite there, and counts as 0. */
    @ParameterizedTest
    @CsvSource({"1, 0, 1, 0", "2, 0, 0, 2", "3, 0, 0, 0", "1.5, 0, 0, 0", "2.5, 0, 0, 0"})
    void derivativesAtZeroAreFinite(double exponent, double value, double first, double second) {
        Tensor x = Tensor.of(Shape.of(1), 0.0).tracked();
        Tensor power = Powers.of(x, exponent);
        assertThat(power.item()).isEqualTo(value);
        Tensor slope = Gradients.differentiable(power.sum(), List.of(x)).get(0);
        assertThat(slope.item()).isEqualTo(first);
        assertThat(Gradients.of(slope.sum(), List.of(x)).get(0).item()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"1, 2.25", "2, 5.0625", "1.5, 3.375", "6, 129.746337890625"})
    void isThePower(double exponent, double expected) {
        assertThat(Powers.of(Tensor.of(Shape.of(1), 2.25), exponent).item()).isCloseTo(expected, within(1e-12));
    }
}
