package org.gan4j.models.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.util.List;
import org.gan4j.core.binding.CoreModule;
import org.gan4j.core.config.Configuration;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.gan.Autoencoder;
import org.gan4j.core.gan.Discriminator;
import org.gan4j.core.gan.Generator;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.nn.norm.NormStatistics;
import org.gan4j.models.Conditioning;
import org.gan4j.models.Dcgan.DcganDiscriminator;
import org.gan4j.models.Dcgan.DcganGenerator;
import org.gan4j.models.DcganPresets;
import org.gan4j.models.Goodfellow2014;
import org.gan4j.models.MaxoutDiscriminator;
import org.gan4j.models.Mlp.MlpDiscriminator;
import org.gan4j.models.Mlp.MlpGenerator;
import org.gan4j.models.TinyStacked.TinyStackedDiscriminator;
import org.junit.jupiter.api.Test;

class ModelsModuleTest {
    private final StrategyRegistry registry =
            Guice.createInjector(new ModelsModule(), new CoreModule()).getInstance(StrategyRegistry.class);
    private final ConfigurationReader reader = new ConfigurationReader(registry);

    @Test
    void theseNetworksHaveNames() {
        assertThat(registry.names(Generator.class))
                .containsExactly(
                        "dcgan",
                        "dcgan-28",
                        "dcgan-28-conditional",
                        "dcgan-32",
                        "dcgan-64",
                        "goodfellow2014-mnist",
                        "infogan",
                        "layers",
                        "mlp",
                        "tiny-stacked",
                        "toy");
        assertThat(registry.names(Discriminator.class))
                .containsExactly(
                        "autoencoder",
                        "dcgan",
                        "dcgan-28",
                        "dcgan-28-conditional",
                        "dcgan-32",
                        "dcgan-64",
                        "goodfellow2014-mnist",
                        "infogan",
                        "layers",
                        "maxout",
                        "mlp",
                        "spectral-norm",
                        "spectral-norm-autoencoder",
                        "tiny-stacked",
                        "tiny-stacked-half",
                        "toy");
        assertThat(registry.names(Autoencoder.class)).containsExactly("autoencoder", "spectral-norm-autoencoder");
    }

    @Test
    void aNameIsANetworkWithSettings() {
        assertThat(generator("toy").value()).isEqualTo(MlpGenerator.DEFAULTS);
        assertThat(generator("goodfellow2014-mnist").value()).isEqualTo(Goodfellow2014.MNIST_GENERATOR);
        assertThat(discriminator("goodfellow2014-mnist")).isEqualTo(Goodfellow2014.MNIST_DISCRIMINATOR);
        assertThat(discriminator("{type: maxout, units: [7], pieces: 3}"))
                .isEqualTo(new MaxoutDiscriminator(
                        List.of(7),
                        3,
                        MaxoutDiscriminator.DEFAULTS.weights(),
                        MaxoutDiscriminator.DEFAULTS.inputKeep(),
                        MaxoutDiscriminator.DEFAULTS.hiddenKeep()));
        assertThat(discriminator("mlp")).isEqualTo(MlpDiscriminator.DEFAULTS);
    }

    @Test
    void settingsOfAPresetCanBeReplaced() {
        MlpGenerator small =
                (MlpGenerator) generator("{type: goodfellow2014-mnist, hidden: [50], latent: {type: normal, size: 9}}")
                        .value();
        assertThat(small.hidden()).containsExactly(50);
        assertThat(small.latent()).isEqualTo(NormalLatent.standard(9));
        assertThat(small.weights()).isEqualTo(Goodfellow2014.MNIST_GENERATOR.weights());
    }

    @Test
    void theResolvedTextReadsBackAsTheSameNetwork() {
        Configuration<Generator> preset = generator("goodfellow2014-mnist");
        assertThat(generator(preset.yaml()).value()).isEqualTo(preset.value());
    }

    @Test
    void convolutionalNetworksHaveNamesAndSettings() {
        Configuration<Generator> preset = generator("dcgan-28");
        assertThat(preset.value()).isEqualTo(DcganGenerator.DEFAULTS);
        assertThat(generator(preset.yaml()).value()).isEqualTo(preset.value());
        assertThat(discriminator("dcgan-28")).isEqualTo(DcganDiscriminator.DEFAULTS);
        assertThat(discriminator("{type: dcgan-28, norm: null}").mixesSamples()).isFalse();
        DcganDiscriminator frozen =
                (DcganDiscriminator) discriminator("{type: dcgan-28, norm: {statistics: frozen}, dense: [7]}");
        assertThat(frozen.norm().orElseThrow().statistics()).isEqualTo(NormStatistics.FROZEN);
        assertThat(frozen.dense()).containsExactly(7);
    }

    /** Every name is a network that its resolved text gives again, and says a sentence on itself. */
    @Test
    void everyNameIsANetworkAndSaysWhatItIs() {
        List<String> generators = registry.names(Generator.class);
        assertThat(generators).hasSizeGreaterThan(9);
        for (String name : generators) {
            String text = name.equals("layers")
                    ? "{type: layers, latent: {type: normal, size: 2}, layers: [{type: linear, units: 2}]}"
                    : name;
            Configuration<Generator> network = generator(text);
            assertThat(generator(network.yaml()).value()).as(name).isEqualTo(network.value());
            assertThat(registry.summary(Generator.class, name)).as(name).endsWith(".");
        }
        for (String name : registry.names(Discriminator.class)) {
            assertThat(registry.summary(Discriminator.class, name)).as(name).endsWith(".");
        }
    }

    @Test
    void labelsAreASettingOfConvolutionalNetworks() {
        assertThat(generator("{type: dcgan-28, labels: every-layer}").value())
                .isEqualTo(DcganPresets.CONDITIONAL_GENERATOR);
        assertThat(discriminator("{type: dcgan-28, labels: projection}"))
                .isEqualTo(DcganDiscriminator.DEFAULTS.with(Conditioning.PROJECTION));
        assertThat(discriminator("{type: infogan, norm: null}").mixesSamples()).isFalse();
        assertThat(discriminator("{type: tiny-stacked, channels: [4, 8, 16]}"))
                .isEqualTo(TinyStackedDiscriminator.HALF);
    }

    private Configuration<Generator> generator(String yaml) {
        return reader.parse(yaml, "generator.yaml", List.of(), Generator.class);
    }

    private Discriminator discriminator(String yaml) {
        return reader.parse(yaml, "discriminator.yaml", List.of(), Discriminator.class)
                .value();
    }
}
