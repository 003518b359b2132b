package org.gan4j.eval.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.ValidationMeasure;
import org.junit.jupiter.api.Test;

class EvaluatorsModuleTest {

    @Test
    void namesTheEvaluators() {
        StrategyRegistry registry = Guice.createInjector(new EvaluatorsModule()).getInstance(StrategyRegistry.class);

        assertThat(registry.names(Evaluator.class))
                .containsExactly(
                        "exact-log-likelihood",
                        "label-agreement",
                        "modes",
                        "nearest-neighbour-error",
                        "nearest-training-rows",
                        "parzen");
        assertThat(registry.names(ValidationMeasure.class)).containsExactly("parzen");
        assertThat(registry.names(Evaluator.class))
                .allSatisfy(name ->
                        assertThat(registry.summary(Evaluator.class, name)).isNotBlank());
    }
}
