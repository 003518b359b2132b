package org.gan4j.experiments.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.gan4j.eval.Uncertainty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @CsvSource({
        "224.7312, 2.0968, 224.7 ± 2.1",
        "0.827, 0.119, 0.83 ± 0.12",
        "0.827, 0.367, 0.8 ± 0.4",
        "0.827, 0.354, 0.83 ± 0.35",
        "238.123, 0.967, 238.1 ± 1.0",
        "1909.4, 66.2, 1910 ± 70",
        "1909.4, 26.2, 1909 ± 26",
        "-12.3456, 2, -12.3 ± 2.0",
        "123456, 1234, 123500 ± 1200",
        "6.3, 0.5, 6.3 ± 0.5",
        "0.000123456, 0.0000012, 0.0001235 ± 0.0000012",
        "8, 0, 8 ± 0",
        "7.66666, 0, 7.667 ± 0",
        "98.89, 0.0967, 98.89 ± 0.10",
    })
    void roundsToTheUncertainty(double value, double uncertainty, String expected) {
        Uncertainty spread = new Uncertainty(uncertainty, Uncertainty.Kind.DEVIATION_OVER_SEEDS);

        assertThat(Rounding.text(value, Optional.of(spread))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "98.8912, 98.89",
        "187, 187",
        "-3, -3",
        "12345.678, 12350",
        "0.00071234, 0.0007123",
        "0.00000012345, 1.234E-7",
        "1.5E9, 1500000000",
        "12345678.9, 1.235E+7",
        "1.23456789E-9, 1.235E-9",
        "0, 0",
    })
    void keepsFourDigitsWithoutUncertainty(double value, String expected) {
        assertThat(Rounding.text(value, Optional.empty())).isEqualTo(expected);
    }
}
