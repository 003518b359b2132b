package org.gan4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.config.tree.Numbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    record Score(
            String name, double value, Optional<Double> error, List<Integer> sizes, SortedMap<String, Long> more) {}

    private static final Score SCORE = new Score(
            "a \"b\"\n\u2028\ud83d\ude00", Double.NaN, Optional.empty(), List.of(1, 2), new TreeMap<>(Map.of("z", 3L)));

    @Test
    void writesRecordsInOneLineOrMany() {
        assertThat(Json.line(SCORE))
                .isEqualTo("{\"name\":\"a \\\"b\\\"\\n\\u2028\\ud83d\\ude00\",\"value\":\"NaN\",\"sizes\":[1,2],"
                        + "\"more\":{\"z\":3}}");
        assertThat(Json.canonical(SCORE)).startsWith("{\"more\":{\"z\":3},\"name\":");
        assertThat(Json.pretty(List.of(1, Map.of("a", 0.5f), List.of()))).isEqualTo("""
                        [
                          1,
                          {
                            "a": 0.5
                          },
                          []
                        ]
                        """);
    }

    @Test
    void readsWhatItWrites() {
        for (String text : List.of(Json.line(SCORE), Json.canonical(SCORE), Json.pretty(SCORE))) {
            assertThat(Json.read(text, "eval.json", Score.class)).isEqualTo(SCORE);
        }
        assertThat(Json.parse("{\"b\":[1,2.5,\"x\",null,true],\"a\":{}}", "x.json"))
                .hasToString("{b=[1, 2.5, x, null, true], a={}}");
    }

    @Test
    void refusesWithThePlace() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Json.parse("{\"a\": 1,}", "run.json"))
                .withMessageStartingWith("run.json:1:9  the syntax is wrong: ");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Json.parse("[]", "run.json"))
                .withMessage("run.json:1:1  expected an object but found a list");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Json.parse("{\"a\": 1", "metrics.jsonl"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "-0.0, -0.0",
        "0.1, 0.1",
        "1e-4, 0.0001",
        "0.00001, 1e-5",
        "2e23, 2e23",
        "1.25e-7, 1.25e-7",
        "4.9e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "123456789012345680, 1.2345678901234568e17",
        "-1500, -1500.0",
    })
    void numbersHaveTheFewestDigits(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @Test
    void numbersReadBackAsTheSame() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            float small = Float.intBitsToFloat(random.nextInt());
            if (Double.isFinite(value)) {
                String text = Numbers.text(value);
                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(text.length())
                        .isLessThanOrEqualTo(Double.toString(value).length() + 1);
            }
            if (Float.isFinite(small)) {
                assertThat(Float.parseFloat(Numbers.text(small))).isEqualTo(small);
            }
        }
    }
}
