package org.gan4j.eval.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.gan4j.core.config.About;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.random.RandomStream;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.TestData;
import org.gan4j.eval.binding.EvaluatorsModule;
import org.gan4j.eval.density.Parzen;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every named evaluator keeps the contract; a name without a row fails. */
class RegisteredEvaluatorsTest {
    private static StrategyRegistry registry(AbstractModule... more) {
        AbstractModule all = new AbstractModule() {
            @Override
            protected void configure() {
                install(new EvaluatorsModule());
                List.of(more).forEach(this::install);
            }
        };
        return Guice.createInjector(all).getInstance(StrategyRegistry.class);
    }

    @TestFactory
    Stream<DynamicTest> registered() {
        return RegisteredEvaluators.of(registry(), ExpectedEvaluators.rows());
    }

    @Test
    void everyNameHasASentence() {
        StrategyRegistry registry = registry();
        assertThat(registry.names(Evaluator.class))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(registry.summary(Evaluator.class, name)).isNotBlank());
    }

    @Test
    void aNameWithoutARowDoesNotPassSilently() {
        StrategyRegistry registry = registry(new AbstractModule() {
            @Override
            protected void configure() {
                strategies(binder(), Evaluator.class).bind("forgotten", Forgotten.class);
            }
        });
        assertFails(RegisteredEvaluators.of(registry, ExpectedEvaluators.rows()), "'forgotten' is bound, but no row");
    }

    @Test
    void aRowWithoutANameOrOfAnotherEvaluatorFails() {
        SortedMap<String, EvaluatorCase> rows = ExpectedEvaluators.rows();
        rows.put("gone", rows.get("modes"));
        assertFails(RegisteredEvaluators.of(registry(), rows), "'gone' has a row, but is not bound");
        SortedMap<String, EvaluatorCase> swapped = ExpectedEvaluators.rows();
        swapped.put("parzen", swapped.get("modes"));
        assertFails(RegisteredEvaluators.of(registry(), swapped), "but its row is about Modes");
    }

    private static void assertFails(Stream<DynamicTest> tests, String message) {
        List<DynamicTest> failing = tests.filter(test -> test.getDisplayName().endsWith(" has a row"))
                .toList();
        assertThat(failing).hasSize(1);
        assertThatThrownBy(() -> failing.get(0).getExecutable().execute())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(message);
    }

    /** Where the density of the data is not known, its estimate is absent for that reason. */
    @Test
    void parzenOfDataWithoutADensityPassesToo() {
        Dataset clusters = TestData.clusters(300, 200, 3, 1);
        Evaluator parzen = new Parzen(200, 100, 200, Optional.empty());
        EvaluatorCase row = new EvaluatorCase("parzen", parzen, clusters, TestData.perfect(3, 1), 0.05);
        assertThat(parzen.absent(parzen.measures().get(1), clusters)).contains("the density of clusters is not known");
        EvaluatorChecks.ALL.forEach(check -> check.body().accept(row));
    }

    /** Evaluators that share a context, in any order and any company, give what each gives alone. */
    @Test
    void noEvaluatorChangesAnothersNumbers() {
        Dataset clusters = TestData.clusters(1000, 500, 5, 1.5);
        List<EvaluatorCase> rows = ExpectedEvaluators.rows().values().stream()
                .filter(row -> row.data().density().isEmpty())
                .toList();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(3);
        for (int first = 0; first < rows.size(); first++) {
            try (SampleContext shared = new SampleContext(TestData.perfect(5, 1.5), clusters, RandomStream.of(8))) {
                for (int i = 0; i < rows.size(); i++) {
                    Evaluator evaluator = rows.get((first + i) % rows.size()).evaluator();
                    try (SampleContext own =
                            new SampleContext(TestData.perfect(5, 1.5), clusters, RandomStream.of(8))) {
                        assertThat(evaluator.evaluate(shared)).isEqualTo(evaluator.evaluate(own));
                    }
                }
            }
        }
    }

    /** An evaluator that nobody has written a row for. */
    @About("An evaluator without a row.")
    record Forgotten() implements Evaluator {
        @Override
        public List<Measure> measures() {
            return List.of();
        }

        @Override
        public List<Estimate> evaluate(SampleContext context) {
            return List.of();
        }
    }
}
