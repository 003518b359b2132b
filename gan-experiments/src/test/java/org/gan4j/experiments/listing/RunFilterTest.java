package org.gan4j.experiments.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gan4j.core.io.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilterTest {
    private static final ListedRun RUN = new ListedRun(
            Path.of("runs", "ring", "a"),
            new TreeMap<>(Map.of("status", "completed", "experiment", "ring")),
            new TreeMap<>(Map.of("game.loss", "hinge", "seed", "2", "optimizers.d.rate", "0.001")),
            new TreeMap<>(Map.of("modes-captured", 7.0, "last/modes-captured", 7.0)));

    @ParameterizedTest
    @CsvSource({
        "status=completed, true",
        "status=failed, false",
        "status!=failed, true",
        "status!=completed, false",
        "game.loss=hinge, true",
        "game.loss = hinge, true",
        "optimizers.d.rate=1e-3, true",
        "optimizers.d.rate<=0.001, true",
        "optimizers.d.rate<=0.0009, false",
        "seed>=2, true",
        "seed>=2.5, false",
        "modes-captured>=7, true",
        "last/modes-captured<=6.9, false",
        "status>=1, false",
        "absent=1, false",
        "absent!=1, true",
        "absent>=0, false"
    })
    void comparesNumbersAsNumbersAndAllElseAsText(String filter, boolean expected) {
        assertThat(RunFilter.parse(filter).matches(RUN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"completed", "=completed", "", "a<b"})
    void aWordOfAnotherFormIsRefused(String word) {
        assertThatThrownBy(() -> RunFilter.parse(word))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("\"" + word + "\": a filter has the form KEY=VALUE, KEY!=VALUE");
    }

    @Test
    void orderNeedsANumber() {
        assertThatThrownBy(() -> RunFilter.parse("seed>=two"))
                .hasMessageStartingWith("seed>=two: \"two\" is no number, and >= compares numbers");
    }

    @Test
    void aMisspeltKeyIsNotTakenForNoMatch() {
        RunFilter.requireKnown("seed", List.of(RUN));
        RunFilter.requireKnown("seed", List.of());
        assertThatThrownBy(() -> RunFilter.requireKnown("sede", List.of(RUN)))
                .hasMessageContaining("no run here has anything under this name")
                .hasMessageContaining("Did you mean \"seed\"?");
    }
}
