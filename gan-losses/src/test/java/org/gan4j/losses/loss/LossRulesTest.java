package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gan4j.core.config.StrategyBinder.strategies;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import java.util.List;
import java.util.TreeMap;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationException;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.game.AdversarialGame;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.Autoencoder;
import org.gan4j.core.game.Discriminator;
import org.gan4j.core.game.GameModule;
import org.gan4j.core.game.Generator;
import org.gan4j.core.game.Latent;
import org.gan4j.core.game.NormalLatent;
import org.gan4j.core.game.ReconstructionError;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.OptimizersModule;
import org.gan4j.core.optim.RmsProp;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.LossesModule;
import org.junit.jupiter.api.Test;

class LossRulesTest {
    /** A generator of nothing. */
    public record Nothing() implements Generator {
        @Override
        public Latent latent() {
            return NormalLatent.standard(1);
        }

        @Override
        public Parameters init(SampleSpec spec, RandomStream random) {
            return Parameters.empty();
        }

        @Override
        public Tensor generate(Parameters parameters, Samples latent, Pass pass) {
            return latent.values();
        }
    }

    /** A discriminator with a free score. */
    public record Free() implements Discriminator {
        @Override
        public Parameters init(SampleSpec spec, RandomStream random) {
            return Parameters.empty();
        }

        @Override
        public Tensor score(Parameters parameters, Samples samples, Pass pass) {
            return samples.values();
        }
    }

    /** A discriminator whose energy is an error. */
    public record Reconstructing() implements Autoencoder {
        @Override
        public Parameters init(SampleSpec spec, RandomStream random) {
            return Parameters.empty();
        }

        @Override
        public ReconstructionError error() {
            return ReconstructionError.MEAN_SQUARED;
        }

        @Override
        public Tensor encode(Parameters parameters, Samples samples, Pass pass) {
            return samples.values().times(0);
        }

        @Override
        public Tensor decode(Parameters parameters, Tensor code, Pass pass) {
            return code;
        }
    }

    /** What a run is made of, as far as the rules look. */
    public record Run(AdversarialGame game, List<Optimizer> optimizers) {}

    private static final class Networks extends AbstractModule {
        @Override
        protected void configure() {
            strategies(binder(), Generator.class).bind("nothing", Nothing.class);
            strategies(binder(), Discriminator.class)
                    .bind("free", Free.class)
                    .bind("reconstructing", Reconstructing.class);
        }
    }

    private final ConfigurationReader reader = new ConfigurationReader(
            Guice.createInjector(new LossesModule(), new GameModule(), new OptimizersModule(), new Networks())
                    .getInstance(StrategyRegistry.class));

    @Test
    void theIdentityLinkIsRefusedWithoutAnAutoencoder() {
        EnergyMargin identity = new EnergyMargin(2, EnergyLink.IDENTITY);
        assertThatThrownBy(() -> checked(new Free(), identity, RmsProp.DEFAULTS))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("use link: softplus");
        assertThat(checked(new Reconstructing(), identity, RmsProp.DEFAULTS).warnings())
                .isEmpty();
        assertThat(checked(new Free(), EnergyMargin.DEFAULTS, RmsProp.DEFAULTS).warnings())
                .isEmpty();
    }

    @Test
    void theWassersteinLossWithoutABoundIsWarnedOf() {
        assertThat(checked(new Free(), new Wasserstein(), RmsProp.DEFAULTS).warnings())
                .singleElement()
                .asString()
                .contains("clipped-weights");
        ClippedWeights clipped = new ClippedWeights(RmsProp.DEFAULTS, 0.01);
        assertThat(checked(new Free(), new Wasserstein(), clipped).warnings()).isEmpty();
        assertThat(checked(new Free(), new NonSaturating(), RmsProp.DEFAULTS).warnings())
                .isEmpty();
    }

    @Test
    void namesInYamlBecomeLosses() {
        assertThat(loss("non-saturating")).isEqualTo(new NonSaturating());
        assertThat(loss("energy-margin")).isEqualTo(new EnergyMargin(1, EnergyLink.SOFTPLUS));
        assertThat(loss("{type: energy-margin, margin: 0.5, link: identity}"))
                .isEqualTo(new EnergyMargin(0.5, EnergyLink.IDENTITY));
        assertThat(loss("{type: scaled, loss: minimax, discriminator: 0.5}"))
                .isEqualTo(new Scaled(new Minimax(), 0.5, 1));
    }

    private AdversarialLoss loss(String yaml) {
        return reader.parse(yaml, "loss.yaml", List.of(), AdversarialLoss.class).value();
    }

    private Configuration<Run> checked(Discriminator discriminator, AdversarialLoss loss, Optimizer optimizer) {
        AdversarialGame game = new AdversarialGame(new Nothing(), discriminator, loss, new TreeMap<>(), List.of());
        return reader.resolve(new Run(game, List.of(optimizer)), Run.class);
    }
}
