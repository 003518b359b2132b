package org.gan4j.experiments.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0.30000000000000004, 0.3",
        "-1e-16, 0",
        "10000, 10000",
        "-0.6931471805599453, -0.693147",
        "1234567.8, 1234570",
        "4.248354255291589e-18, 0",
        "2.5e-7, 2.5e-7",
        "-123456789, -1.23457e8",
        "Infinity, infinity",
        "-Infinity, -infinity",
        "NaN, undefined"
    })
    void hasSixDigits(double value, String expected) {
        assertThat(CardNumber.of(value)).isEqualTo(expected);
    }
}
