package org.gan4j.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalQuantileTest {
    /** Tail probabilities of tables of the normal distribution to 15 digits. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.158655253931457051, 1",
        "0.0227501319481792072, 2",
        "0.00134989803163009453, 3",
        "2.86651571879193911e-7, 5",
        "6.22096057427178413e-16, 8"
    })
    void exceededMatchesTables(double tail, double expected) {
        assertThat(NormalQuantile.exceeded(tail)).isEqualTo(expected, within(1e-13));
    }

    @Test
    void exceededInvertsTheErrorFunction() {
        for (double z = 0.01; z < 9; z += 0.037) {
            double tail = Erf.erfc(z / Math.sqrt(2)) / 2;
            assertThat(NormalQuantile.exceeded(tail)).isEqualTo(z, within(1e-11));
        }
    }

    @Test
    void theFloatFormFollowsTheDoubleFormEverywhere() {
        float[] x = new float[Threefry.TILE];
        double squares = 0;
        for (int i = 0; i < Threefry.TILE; i++) {
            double exponent = -33 + 32.0 * i / (Threefry.TILE - 1);
            x[i] = (float) ((i % 2 == 0 ? 1 : -1) * Math.pow(2, exponent));
        }
        float[] z = x.clone();
        NormalQuantile.transform(z, new float[Threefry.TILE]);
        for (int i = 0; i < Threefry.TILE; i++) {
            double expected = Math.signum(x[i]) * NormalQuantile.exceeded(Math.min(0.5, Math.abs((double) x[i])));
            assertThat((double) z[i]).as("x = %s", x[i]).isEqualTo(expected, within(1.5e-5));
            squares += (z[i] - expected) * (z[i] - expected);
        }
        assertThat(Math.sqrt(squares / Threefry.TILE)).isLessThan(3e-6);
    }
}
