package org.gan4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gan4j.core.config.Json;
import org.junit.jupiter.api.Test;

class EstimateTest {

    private static final Measure ERROR = Measure.of(
            "error", "test error", Unit.PERCENT, Direction.LOWER, Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);
    private static final Measure COUNT =
            Measure.without("count", "counted", Unit.COUNT, Direction.HIGHER, "counted once");

    @Test
    void readsAsOneJsonDocument() {
        Estimate estimate = Estimate.of(ERROR, 12.5)
                .plusMinus(2.5)
                .withFloor(3.25, NullFloor.Source.SIMULATED, "that of training rows")
                .withParameter("sigma", 0.125)
                .withParameter("grid", "logspace(-1, 0, 10)")
                .withSize("test", 10_000)
                .withSize("samples", 500)
                .withWarning("Few samples.");
        String json =
                "{\"measure\":{\"name\":\"error\",\"label\":\"test error\",\"unit\":\"percent\",\"direction\":\"lower\","
                        + "\"uncertainty\":\"standard-error-over-test-points\"},\"value\":12.5,"
                        + "\"uncertainty\":{\"value\":2.5,\"kind\":\"standard-error-over-test-points\"},"
                        + "\"floor\":{\"value\":3.25,\"source\":\"simulated\",\"origin\":\"that of training rows\"},"
                        + "\"parameters\":{\"grid\":\"logspace(-1, 0, 10)\",\"sigma\":0.125},"
                        + "\"sizes\":{\"samples\":500,\"test\":10000},\"warnings\":[\"Few samples.\"]}";

        assertThat(Json.line(estimate)).isEqualTo(json);
        assertThat(Json.read(json, "test", Estimate.class)).isEqualTo(estimate);
    }

    @Test
    void isAValue() {
        Estimate bare = Estimate.of(COUNT, 1);
        Estimate more = bare.withParameter("k", List.of(1, "two", true));

        assertThat(bare.parameters()).isEmpty();
        assertThat(more.parameters()).containsOnlyKeys("k");
        assertThat(more.withParameter("sigma", 0.5).number("sigma")).isEqualTo(0.5);
        assertThatThrownBy(() -> more.number("k"))
                .hasMessage("estimate count has no number \"k\" among its parameters {k=[1, two, true]}");
        assertThatThrownBy(() -> more.parameters().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesWhatCannotBePrinted() {
        assertThatThrownBy(() -> Estimate.of(COUNT, 1).withParameter("k", new Object()))
                .hasMessageContaining("parameter k of an estimate is a java.lang.Object");
        assertThatThrownBy(() -> Estimate.of(COUNT, Double.NaN))
                .hasMessageContaining("without a warning that says why");
        assertThatThrownBy(() -> Estimate.of(ERROR, 1).plusMinus(Double.NaN))
                .hasMessageContaining("must be a finite number of at least 0, but is NaN");
        assertThatThrownBy(() -> Estimate.of(ERROR, 1).withFloor(Double.NaN, NullFloor.Source.EXACT, "x"))
                .hasMessageContaining("a null floor is a finite number");
    }

    @Test
    void theUncertaintyIsTheDeclaredOne() {
        assertThatThrownBy(() -> Estimate.of(COUNT, 1).plusMinus(1))
                .hasMessageContaining("measure count declares that it has no uncertainty");
        Optional<Uncertainty> other = Optional.of(new Uncertainty(1, Uncertainty.Kind.DEVIATION_OVER_SEEDS));
        assertThatThrownBy(() ->
                        new Estimate(ERROR, 1, other, Optional.empty(), new TreeMap<>(), new TreeMap<>(), List.of()))
                .hasMessageContaining("its measure declares");
        assertThatThrownBy(() -> new Measure("a", "a", Unit.NONE, Direction.LOWER, Optional.empty(), Optional.empty()))
                .hasMessageContaining("must say either what its uncertainty is or why it has none");
    }
}
