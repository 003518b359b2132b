package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gan4j.core.config.StrategyBinding;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.PointwiseLoss;
import org.gan4j.losses.binding.LossesModule;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossCheck;
import org.gan4j.losses.contract.LossChecks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every named loss, presets included, is put through every check; a name without a row in ExpectedLosses fails. */
class RegisteredLossesTest {
    private final StrategyRegistry registry =
            Guice.createInjector(new LossesModule()).getInstance(StrategyRegistry.class);
    private static final LossReport REPORT = new LossReport();

    @Test
    void exactlyTheNamedLossesHaveARow() {
        assertThat(registry.names(AdversarialLoss.class))
                .isNotEmpty()
                .containsExactlyElementsOf(ExpectedLosses.rows().keySet());
    }

    /** A row may have settings of its own, but a preset's row is about what the preset stands for. */
    @Test
    void aRowIsAboutWhatItsNameStandsFor() {
        for (String name : registry.names(AdversarialLoss.class)) {
            StrategyBinding binding = registry.find(AdversarialLoss.class, name).orElseThrow();
            AdversarialLoss loss = row(name).loss();
            assertThat(loss).as(name).isInstanceOf(binding.type());
            binding.preset().ifPresent(preset -> assertThat(loss).as(name).isEqualTo(preset.get()));
        }
    }

    /** So that a relativistic loss can take each of them by the same name. */
    @Test
    void everyLossOfSingleScoresIsNamedAsSuch() {
        assertThat(registry.names(PointwiseLoss.class))
                .isNotEmpty()
                .containsExactlyElementsOf(registry.names(AdversarialLoss.class).stream()
                        .filter(name -> row(name).loss() instanceof PointwiseLoss)
                        .toList())
                .allSatisfy(name -> assertThat(registry.find(PointwiseLoss.class, name)
                                .orElseThrow()
                                .preset()
                                .map(Supplier::get))
                        .isEqualTo(registry.find(AdversarialLoss.class, name)
                                .orElseThrow()
                                .preset()
                                .map(Supplier::get)));
    }

    @TestFactory
    List<DynamicNode> everyLoss() {
        List<DynamicNode> losses = new ArrayList<>();
        for (String name : registry.names(AdversarialLoss.class)) {
            List<DynamicTest> tests = new ArrayList<>();
            for (LossCheck check : LossChecks.ALL) {
                tests.add(DynamicTest.dynamicTest(name + " " + check.name(), () -> REPORT.run(check, row(name))));
            }
            losses.add(DynamicContainer.dynamicContainer(name, tests));
        }
        return losses;
    }

    @AfterAll
    static void report() {
        REPORT.write();
    }

    private static LossCase row(String name) {
        return Optional.ofNullable(ExpectedLosses.rows().get(name))
                .orElseThrow(() -> new AssertionError(
                        "loss '" + name + "' is bound, but ExpectedLosses has no row for it: golden values, optimum"));
    }
}
