package org.gan4j.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.nn.Layer;
import org.gan4j.core.nn.NamedLayer;
import org.gan4j.core.nn.Sequential;
import org.gan4j.core.nn.dense.Activation;
import org.gan4j.core.nn.dense.Dropout;
import org.gan4j.core.nn.dense.Linear;
import org.gan4j.core.nn.dense.Maxout;
import org.gan4j.core.nn.image.AveragePool;
import org.gan4j.core.nn.image.Convolution;
import org.gan4j.core.nn.image.TransposedConvolution;
import org.gan4j.core.nn.image.Upsample;
import org.gan4j.core.nn.init.Glorot;
import org.gan4j.core.nn.init.Initializer;
import org.gan4j.core.nn.norm.BatchNorm;
import org.gan4j.core.nn.norm.NormStatistics;
import org.junit.jupiter.api.Test;

class NetworksModuleTest {
    @Test
    void aNetworkIsReadFromAConfiguration() {
        ConfigurationReader reader = Guice.createInjector(new NetworksModule()).getInstance(ConfigurationReader.class);
        String yaml = """
                type: sequential
                layers:
                  - {type: dropout, keep: 0.8}
                  - {type: maxout, units: 240, pieces: 5, weights: {type: uniform, low: -0.005, high: 0.005}}
                  - leaky-relu
                  - {type: named, name: out, layer: {type: linear, units: 1, biases: null}}
                """;
        assertThat(reader.parse(yaml, "run.yaml", List.of(), Layer.class).value())
                .isEqualTo(Sequential.of(
                        new Dropout(0.8),
                        Maxout.of(240, 5, Initializer.uniform(-0.005, 0.005)),
                        Activation.leakyRelu(0.2),
                        new NamedLayer("out", new Linear(1, Glorot.DEFAULTS, Optional.empty()))));
    }

    @Test
    void layersOfImagesAreReadFromAConfiguration() {
        ConfigurationReader reader = Guice.createInjector(new NetworksModule()).getInstance(ConfigurationReader.class);
        String yaml = """
                type: sequential
                layers:
                  - {type: convolution, channels: 64, kernel: 5, stride: 2, padding: 2}
                  - {type: batch-norm, statistics: frozen, scale: null, shift: null}
                  - batch-norm
                  - {type: transposed-convolution, channels: 3, kernel: 4, stride: 2, padding: 1, biases: null}
                  - upsample
                  - {type: average-pool, factor: 4}
                """;
        assertThat(reader.parse(yaml, "run.yaml", List.of(), Layer.class).value())
                .isEqualTo(Sequential.of(
                        Convolution.of(64, 5, 2, 2, Glorot.DEFAULTS),
                        BatchNorm.standard().with(NormStatistics.FROZEN).withoutScaleAndShift(),
                        BatchNorm.standard(),
                        TransposedConvolution.enlarging(3, 4, 2, Glorot.DEFAULTS)
                                .withoutBiases(),
                        new Upsample(2),
                        new AveragePool(4)));
    }

    @Test
    void everyNameIsDescribed() {
        StrategyRegistry registry = Guice.createInjector(new NetworksModule()).getInstance(StrategyRegistry.class);
        for (Class<?> family : List.of(Layer.class, Activation.class, Initializer.class)) {
            assertThat(registry.names(family))
                    .hasSizeGreaterThan(5)
                    .allMatch(name -> registry.summary(family, name).endsWith("."));
        }
    }
}
