package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.gan.Penalty;
import org.gan4j.losses.binding.LossesModule;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every registered penalty keeps the contract; a name without a row of expected values fails. */
class RegisteredPenaltiesTest {
    private final StrategyRegistry registry =
            Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);

    @Test
    void everyNameHasARowAndMeansItsPenalty() {
        List<String> names = registry.names(Penalty.class);
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(8)
                .containsExactlyElementsOf(ExpectedPenalties.rows().keySet());
        ConfigurationReader reader = new ConfigurationReader(registry);
        ExpectedPenalties.rows().forEach((name, row) -> {
            assertThat(reader.parse(name, "test", List.of(), Penalty.class).value())
                    .as(name)
                    .isEqualTo(row.penalty());
            registry.find(Penalty.class, name)
                    .orElseThrow()
                    .preset()
                    .ifPresent(preset -> assertThat(preset.get()).as(name).isEqualTo(row.penalty()));
        });
    }

    @TestFactory
    Stream<DynamicTest> registered() {
        return ExpectedPenalties.rows().values().stream().flatMap(PenaltyChecks::of);
    }

    @TestFactory
    Stream<DynamicTest> otherSettings() {
        return ExpectedPenalties.settings().values().stream().flatMap(PenaltyChecks::of);
    }
}
