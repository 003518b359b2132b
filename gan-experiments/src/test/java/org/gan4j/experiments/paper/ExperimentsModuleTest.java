package org.gan4j.experiments.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.util.List;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.experiments.job.Experiment;
import org.gan4j.losses.LossesModule;
import org.junit.jupiter.api.Test;

/** The module of the experiments, alone: what an experiment is made of needs no names of other families. */
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
    void theQuickstartPairsFourLossesBySeed() {
        Quickstart quickstart = (Quickstart) injector.getInstance(ConfigurationReader.class)
                .parse("quickstart", "command line", List.of("steps=10", "seeds=[4,9]"), Experiment.class)
                .value();
        assertThat(quickstart.jobs())
                .hasSize(8)
                .extracting(job -> job.seed())
                .containsExactly(4L, 9L, 4L, 9L, 4L, 9L, 4L, 9L);
        assertThat(quickstart.jobs()).extracting(job -> job.name()).doesNotHaveDuplicates();
    }

    /** Names that stand for no loss of their own: what they wrap, or the settings they need, decides. */
    private static final List<String> GENERAL = List.of("f-divergence", "least-squares", "scaled");

    @Test
    void everyNamedLossIsOnTheRing() {
        List<String> named = Guice.createInjector(new LossesModule())
                .getInstance(StrategyRegistry.class)
                .names(AdversarialLoss.class);
        assertThat(named).containsAll(GENERAL);
        assertThat(RingContender.all().stream()
                        .map(contender -> contender.label().replaceFirst("( \\+|,).*", "")))
                .containsAll(
                        named.stream().filter(name -> !GENERAL.contains(name)).toList())
                .isSubsetOf(named);
        assertThat(RingContender.all()).extracting(RingContender::label).doesNotHaveDuplicates();
    }

    @Test
    void refusesNumbersThatMakeNoExperiment() {
        ConfigurationReader reader = injector.getInstance(ConfigurationReader.class);
        assertThatThrownBy(() -> reader.parse("quickstart", "command line", List.of("steps=0"), Experiment.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("steps must be at least 1, but is 0");
        assertThatThrownBy(() -> reader.parse("quickstart", "command line", List.of("seeds=[1,1]"), Experiment.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("seeds must be different and at least one, but are [1, 1]");
    }
}
