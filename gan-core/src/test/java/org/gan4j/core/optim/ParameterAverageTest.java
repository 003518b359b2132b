package org.gan4j.core.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.nn.Parameters;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ParameterAverageTest {
    private static final double[] PATH = {4, 8, -2, 6};

    /** From 1 with decay .75: .75 + .25 * 4 = 1.75; 3.3125; 1.984375; 2.98828125. */
    @Test
    void exponential() {
        expect(new ExponentialAverage(0.75, 0), 1.75, 3.3125, 1.984375, 2.98828125);
    }

    /** The first two steps do not count: 4, 8; then .75 * 8 - .25 * 2 = 5.5; 5.625. */
    @Test
    void exponentialFromALaterStep() {
        expect(new ExponentialAverage(0.75, 2), 4, 8, 5.5, 5.625);
    }

    /** 4; (4 + 8) / 2; (4 + 8 - 2) / 3; 16 / 4. */
    @Test
    void uniform() {
        expect(new UniformAverage(0), 4, 6, 10.0 / 3, 4);
    }

    /** 4; 8; (8 - 2) / 2 when the first that counts is step 1; 12 / 3. */
    @Test
    void uniformFromALaterStep() {
        expect(new UniformAverage(1), 4, 8, 3, 4);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new ExponentialAverage(1, 0)).hasMessageContaining("decay must be in [0, 1)");
        assertThatThrownBy(() -> new ExponentialAverage(Double.NaN, 0)).hasMessageContaining("decay must be in [0, 1)");
        assertThatThrownBy(() -> new UniformAverage(-1)).hasMessageContaining("from must be at least 0");
    }

    private static void expect(ParameterAverage average, double... expected) {
        Parameters start = at(1);
        Parameters pure = average.init(start);
        Parameters inPlace = average.init(start);
        for (int step = 0; step < PATH.length; step++) {
            pure = average.next(pure, at(PATH[step]), step);
            average.nextInPlace(inPlace, at(PATH[step]), step);
            assertThat(pure.get("p").toDoubles())
                    .containsExactly(new double[] {expected[step], -2 * expected[step]}, within(1e-14));
            assertThat(inPlace.get("p").toDoubles())
                    .containsExactly(pure.get("p").toDoubles());
        }
        assertThat(start.get("p").toDoubles()).containsExactly(1, -2);
    }

    private static Parameters at(double value) {
        return Parameters.empty().with("p", Tensor.of(Shape.of(2), value, -2 * value));
    }
}
