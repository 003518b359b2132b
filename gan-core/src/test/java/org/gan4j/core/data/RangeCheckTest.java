package org.gan4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class RangeCheckTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static SampleSpec data(double low, double high) {
        SampleSpec any = SampleSpec.unbounded(Shape.of(2));
        return new SampleSpec(any.shape(), low, high, 0, any.mean());
    }

    @Test
    void tanhDoesNotFitDataBetweenZeroAndOne() {
        assertThat(RangeCheck.mismatch(-1, 1, data(0, 1), "mnist"))
                .contains("the generator's output lies in [-1, 1] but data set 'mnist' has values in [0, 1]: part of"
                        + " what the generator produces can never be data; end the generator in sigmoid");
    }

    @Test
    void sigmoidDoesNotReachAllData() {
        assertThat(RangeCheck.mismatch(0, 1, data(-1, 1), "faces"))
                .contains("the generator's output lies in [0, 1] but data set 'faces' has values in [-1, 1]: the"
                        + " generator can never produce part of the data; end the generator in tanh");
        assertThat(RangeCheck.mismatch(-1, 1, data(-INFINITY, INFINITY), "ring").orElseThrow())
                .contains("(-infinity, infinity)")
                .endsWith("end the generator in a linear layer");
        assertThat(RangeCheck.mismatch(-1, 1, data(-2.5, 1), "own").orElseThrow())
                .contains("[-2.5, 1]")
                .contains("or rescale the data");
    }

    @Test
    void equalRangesAndUnboundedOutputsFit() {
        assertThat(RangeCheck.mismatch(0, 1, data(0, 1), "mnist")).isEmpty();
        assertThat(RangeCheck.mismatch(-INFINITY, INFINITY, data(0, 1), "mnist"))
                .isEmpty();
        assertThat(RangeCheck.mismatch(-INFINITY, INFINITY, data(-INFINITY, INFINITY), "ring"))
                .isEmpty();
    }

    @Test
    void aRangeMustNotBeEmpty() {
        assertThatThrownBy(() -> data(1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> data(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(data(0, 1).bounded()).isTrue();
        assertThat(data(0, INFINITY).bounded()).isFalse();
    }
}
