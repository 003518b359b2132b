package org.gan4j.core.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import java.util.List;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.gan.Latent;
import org.gan4j.core.gan.NormalLatent;
import org.gan4j.core.gan.SphereLatent;
import org.gan4j.core.gan.UniformLatent;
import org.gan4j.core.training.TrainingScheme;
import org.gan4j.core.training.scheme.Alternating;
import org.gan4j.core.training.scheme.Simultaneous;
import org.junit.jupiter.api.Test;

class SchemeModuleTest {
    private final ConfigurationReader reader = new ConfigurationReader(
            Guice.createInjector(new SchemeModule(), new GanModule()).getInstance(StrategyRegistry.class));

    @Test
    void namesInYamlBecomeSchemes() {
        assertThat(read("simultaneous", TrainingScheme.class)).isEqualTo(new Simultaneous());
        assertThat(read("{type: alternating, turns: [{player: d, times: 5}, {player: g}]}", TrainingScheme.class))
                .isEqualTo(Alternating.of("d", 5, "g"));
    }

    @Test
    void namesInYamlBecomeLatents() {
        assertThat(read("{type: uniform, size: 100}", Latent.class)).isEqualTo(UniformLatent.ofUnitVariance(100));
        assertThat(read("{type: normal, size: 3, deviation: 0.5}", Latent.class))
                .isEqualTo(new NormalLatent(3, 0.5));
        assertThat(read("{type: sphere, size: 3}", Latent.class)).isEqualTo(new SphereLatent(3));
    }

    private <T> T read(String yaml, Class<T> type) {
        return reader.parse(yaml, "test.yaml", List.of(), type).value();
    }
}
