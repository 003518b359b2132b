package org.gan4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gan4j.core.config.Json;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void readsAsOneJsonDocument() {
        Estimate estimate = Estimate.of("parzen-log-likelihood", 224.5)
                .plusMinus(2.5, Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS)
                .withParameter("sigma", 0.125)
                .withParameter("grid", "logspace(-1, 0, 10)")
                .withSize("test", 10_000)
                .withSize("samples", 500)
                .withWarning("Few samples.");

        assertThat(Json.line(estimate))
                .isEqualTo("{\"name\":\"parzen-log-likelihood\",\"value\":224.5,"
                        + "\"uncertainty\":{\"value\":2.5,\"kind\":\"standard-error-over-test-points\"},"
                        + "\"parameters\":{\"grid\":\"logspace(-1, 0, 10)\",\"sigma\":0.125},"
                        + "\"sizes\":{\"samples\":500,\"test\":10000},\"warnings\":[\"Few samples.\"]}");
    }

    @Test
    void isAValue() {
        Estimate bare = Estimate.of("a", 1);
        Estimate more = bare.withParameter("k", List.of(1, "two", true));

        assertThat(bare.parameters()).isEmpty();
        assertThat(more.parameters()).containsOnlyKeys("k");
        assertThat(more.withParameter("sigma", 0.5).number("sigma")).isEqualTo(0.5);
        assertThatThrownBy(() -> more.number("k"))
                .hasMessage("estimate a has no number \"k\" among its parameters {k=[1, two, true]}");
        assertThatThrownBy(() -> more.parameters().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesWhatCannotBePrinted() {
        assertThatThrownBy(() -> Estimate.of("a", 1).withParameter("k", new Object()))
                .hasMessageContaining("parameter k of an estimate is a java.lang.Object");
        assertThatThrownBy(() -> Estimate.of("a", Double.NaN)).hasMessageContaining("without a warning that says why");
        assertThatThrownBy(() -> Estimate.of("a", 1).plusMinus(Double.NaN, Uncertainty.Kind.UNSTATED))
                .hasMessageContaining("must be a finite number of at least 0, but is NaN");
    }
}
