package org.gan4j.experiments.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.List;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.experiments.paper.Quickstart;
import org.junit.jupiter.api.Test;

/** The module of the experiments, alone: most experiments are made of no names of other families. */
class ExperimentsModuleTest {
    private final Injector injector = Guice.createInjector(new ExperimentsModule());

    @Test
    void namesTheExperiments() {
        assertThat(injector.getInstance(StrategyRegistry.class).names(Experiment.class))
                .containsExactly(
                        "conditional-games",
                        "conditional-mnist",
                        "dcgan-mnist",
                        "goodfellow2014-figures",
                        "goodfellow2014-table1",
                        "losses-on-ring",
                        "quickstart",
                        "training",
                        "wgan-gp-mnist");
    }

    @Test
    void anExperimentIsMadeOfItsNameAndNumbers() {
        assertThat(injector.getInstance(ConfigurationReader.class)
                        .parse("quickstart", "command line", List.of("steps=10"), Experiment.class)
                        .value())
                .isEqualTo(new Quickstart(10, Quickstart.DEFAULTS.seeds()));
    }
}
