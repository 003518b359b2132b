package org.gan4j.core.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogKernelMeansTest {
    private static final int DIMENSION = 784;
    private static final int COUNT = 400;

    /** Returns one point, and centres at ever larger distances from it and from its negative, in turn. */
    private static Tensor graded(float[] point) {
        float[] values = new float[COUNT * DIMENSION];
        for (int j = 0; j < COUNT; j++) {
            for (int k = 0; k < DIMENSION; k++) {
                values[j * DIMENSION + k] = j % 2 == 0 ? point[k] : -point[k];
            }
            values[j * DIMENSION + j] += (float) Math.sqrt(0.01 * j);
        }
        return Tensor.of(Shape.of(COUNT, DIMENSION), values);
    }

    /** What the bounds leave open of every sum, whatever the roundings were, is as little as is promised. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 25, 100})
    void theBoundsLeaveNoMoreOpenThanIsPromised(double rate) {
        float[] point = RandomStream.of(1).normal(Shape.of(DIMENSION), 0, 0.7).toFloats();
        Tensor centres = graded(point);
        int[] left = {0};
        SquaredDistances.to(centres).forEach(Tensor.of(Shape.of(1, DIMENSION), point), row -> {
            double log = LogKernelMeans.of(rate).of(row)[0];
            double least = 0;
            double most = 0;
            double right = 0;
            for (int j = 0; j < COUNT; j++) {
                least += Math.exp(-rate * (row.at(j) + row.bound(j)));
                most += Math.exp(-rate * Math.max(0, row.at(j) - row.bound(j)));
                left[0] += row.bound(j) > 0 ? 1 : 0;
                right += Math.exp(-rate * row.exact(j));
            }
            assertThat(Math.log(most / least)).isLessThan(4 * LogKernelMeans.TOLERANCE);
            assertThat(log).isCloseTo(Math.log(right / COUNT), within(1e-3));
        });
        // Those of the other cluster, at the very least, need not be recomputed.
        assertThat(left[0]).isGreaterThanOrEqualTo(COUNT / 2);
    }

    @Test
    void severalRatesGiveWhatEachGivesAlone() {
        Tensor centres = Direct.clusters(50, 20, 1_000, 0.5, "centres");
        Tensor point = Direct.clusters(1, 20, 1_000, 0.5, "point");
        double[] rates = {0.5, 3, 40};
        for (int i = 0; i < 3; i++) {
            assertThat(logs(centres, point, rates)[i]).isCloseTo(logs(centres, point, rates[i])[0], within(1e-4));
        }
    }

    private static double[] logs(Tensor centres, Tensor point, double... rates) {
        double[] logs = new double[rates.length];
        SquaredDistances.to(centres)
                .forEach(point, row -> System.arraycopy(LogKernelMeans.of(rates).of(row), 0, logs, 0, logs.length));
        return logs;
    }

    @Test
    void aRateIsPositiveAndFinite() {
        assertThatThrownBy(() -> LogKernelMeans.of(1, Double.NaN))
                .hasMessage("a rate is positive and finite, but is NaN");
        assertThatThrownBy(() -> LogKernelMeans.of(0)).hasMessage("a rate is positive and finite, but is 0.0");
    }
}
