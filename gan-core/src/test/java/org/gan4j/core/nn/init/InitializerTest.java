package org.gan4j.core.nn.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializerTest {
    private static final Shape SHAPE = Shape.of(300, 200);
    private static final Fan FAN = new Fan(300, 200);

    private final RandomStream random = RandomStream.of(12);

    @Test
    void uniformFillsItsRange() {
        double[] w = values(Initializer.uniform(-0.05, 0.15));
        assertThat(StatUtils.min(w)).isBetween(-0.05000001, -0.0499);
        assertThat(StatUtils.max(w)).isBetween(0.1499, 0.15);
        assertThat(StatUtils.mean(w)).isEqualTo(0.05, within(4 * 0.2 / Math.sqrt(12 * w.length)));
    }

    @Test
    void normalHasItsDeviation() {
        expectSpread(values(Initializer.normal(0.02)), 0.02);
    }

    /** sqrt(2 / 500) = 0.0632 and sqrt(2 / 300) = 0.0816. */
    @Test
    void glorotAndHeScaleByTheFan() {
        expectSpread(values(new Glorot(WeightDistribution.NORMAL, 1)), Math.sqrt(2 / 500.0));
        expectSpread(values(new Glorot(WeightDistribution.UNIFORM, 3)), 3 * Math.sqrt(2 / 500.0));
        expectSpread(values(He.DEFAULTS), Math.sqrt(2 / 300.0));
        expectSpread(values(new He(WeightDistribution.UNIFORM)), Math.sqrt(2 / 300.0));
        assertThat(StatUtils.max(values(new He(WeightDistribution.UNIFORM)))).isBetween(0.1413, Math.sqrt(6 / 300.0));
    }

    @ParameterizedTest
    @CsvSource({"50, 20, 1", "20, 50, 1.4", "33, 33, 0.5", "1, 7, 2", "7, 1, 2"})
    void orthogonalMatricesAreOrthogonal(int rows, int columns, double gain) {
        Tensor w = Initializer.orthogonal(gain).initial(Shape.of(rows, columns), new Fan(rows, columns), random);
        Tensor w64 = w.to(DType.FLOAT64);
        boolean tall = rows >= columns;
        Tensor gram = w64.matmul(w64, tall, !tall);
        int n = Math.min(rows, columns);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(gram.at(i, j)).isEqualTo(i == j ? gain * gain : 0, within(1e-6));
            }
        }
    }

    /** Every orthogonal matrix is equally likely: entries of a 3 x 3 matrix have mean 0, variance 1/3 and E[q^4] = 1/5. */
    @Test
    void orthogonalMatricesHaveNoPreferredDirection() {
        int n = 4000;
        double[][] moments = new double[9][4];
        for (int k = 0; k < n; k++) {
            float[] q = Initializer.orthogonal(1)
                    .initial(Shape.of(3, 3), new Fan(3, 3), random.split(k))
                    .toFloats();
            for (int i = 0; i < 9; i++) {
                moments[i][1] += q[i] / n;
                moments[i][2] += q[i] * q[i] / n;
                moments[i][3] += Math.pow(q[i], 4) / n;
            }
        }
        for (double[] moment : moments) {
            assertThat(moment[1]).isEqualTo(0, within(4 * Math.sqrt(1 / 3.0 / n)));
            assertThat(moment[2]).isEqualTo(1 / 3.0, within(4 * Math.sqrt((1 / 5.0 - 1 / 9.0) / n)));
            assertThat(moment[3]).isEqualTo(1 / 5.0, within(4 * Math.sqrt((1 / 9.0 - 1 / 25.0) / n)));
        }
    }

    @Test
    void axesBeforeTheLastCountRows() {
        Tensor w = Initializer.orthogonal(1).initial(Shape.of(3, 3, 4, 6), new Fan(36, 54), random);
        Tensor flat = w.reshape(Shape.of(36, 6)).to(DType.FLOAT64);
        assertThat(flat.matmul(flat, true, false).at(2, 2)).isEqualTo(1, within(1e-6));
        assertThat(flat.matmul(flat, true, false).at(2, 5)).isEqualTo(0, within(1e-6));
    }

    /** log(.25 / .75) = -1.0986; 0 and 1 are clipped to 1e-7 from the ends: -16.118 and 16.118. */
    @Test
    void biasesStartAtTheLogitsOfTheMarginals() {
        Tensor mean = Tensor.of(Shape.of(2, 2), 0.25f, 0f, 1f, 0.5f);
        Tensor bias = Initializer.marginalLogits(() -> mean).initial(Shape.of(4), new Fan(10, 4), random);
        assertThat(bias.toDoubles())
                .containsExactly(new double[] {-1.0986122886681098, -16.11809555, 16.11809555, 0}, within(2e-6));
        assertThat(bias.sigmoid().at(0)).isEqualTo(0.25, within(1e-7));
        assertThatThrownBy(() -> Initializer.marginalLogits(() -> mean).initial(Shape.of(3), new Fan(10, 3), random))
                .hasMessageContaining("4 numbers, but 3 biases");
        assertThatThrownBy(() ->
                        Initializer.marginalLogits(() -> mean.minus(0.5)).initial(Shape.of(4), new Fan(10, 4), random))
                .hasMessageContaining("means in [0, 1]");
    }

    @Test
    void constantsDrawNothing() {
        assertThat(values(Initializer.constant(0.25))).containsOnly(0.25);
        assertThat(random.split("w").nextUniform()).isPositive();
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Initializer.uniform(1, 1)).hasMessageContaining("high must be");
        assertThatThrownBy(() -> Initializer.normal(Double.NaN)).hasMessageContaining("sd must be");
        assertThatThrownBy(() -> Initializer.orthogonal(0)).hasMessageContaining("gain must be");
        assertThatThrownBy(() -> Initializer.constant(Double.NaN)).hasMessageContaining("value must be");
        assertThatThrownBy(() -> new Fan(0, 1)).hasMessageContaining("in must be at least 1");
    }

    private double[] values(Initializer initializer) {
        return initializer.initial(SHAPE, FAN, random.replay().split("w")).toDoubles();
    }

    private static void expectSpread(double[] w, double sd) {
        assertThat(StatUtils.mean(w)).isEqualTo(0, within(4 * sd / Math.sqrt(w.length)));
        double square = Arrays.stream(w).map(x -> x * x).average().orElseThrow();
        assertThat(Math.sqrt(square)).isEqualTo(sd, within(4 * sd / Math.sqrt(2.0 * w.length)));
    }
}
