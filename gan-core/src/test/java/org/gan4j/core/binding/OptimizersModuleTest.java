package org.gan4j.core.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.util.List;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.optim.Adam;
import org.gan4j.core.optim.ClippedWeights;
import org.gan4j.core.optim.GeometricSchedule;
import org.gan4j.core.optim.LinearSchedule;
import org.gan4j.core.optim.Optimizer;
import org.gan4j.core.optim.ParameterAverage;
import org.gan4j.core.optim.RmsProp;
import org.gan4j.core.optim.Schedule;
import org.gan4j.core.optim.Sgd;
import org.gan4j.core.optim.WeightDecay;
import org.junit.jupiter.api.Test;

class OptimizersModuleTest {
    private final ConfigurationReader reader =
            Guice.createInjector(new OptimizersModule()).getInstance(ConfigurationReader.class);

    @Test
    void theNamesAreTheseAndEachIsDescribed() {
        StrategyRegistry registry = Guice.createInjector(new OptimizersModule()).getInstance(StrategyRegistry.class);
        assertThat(registry.names(Optimizer.class))
                .containsExactly(
                        "adam",
                        "clipped-gradient",
                        "clipped-weights",
                        "max-column-norm",
                        "rmsprop",
                        "sgd",
                        "weight-decay");
        assertThat(registry.names(Schedule.class))
                .containsExactly("constant", "geometric", "linear", "per-epoch", "step");
        assertThat(registry.names(ParameterAverage.class)).containsExactly("exponential", "uniform");
        for (Class<?> family : List.of(Optimizer.class, Schedule.class, ParameterAverage.class)) {
            assertThat(registry.names(family))
                    .allMatch(name -> registry.summary(family, name).endsWith("."));
        }
    }

    @Test
    void aBareNameIsTheRecordWithItsDefaults() {
        assertThat(read("adam")).isEqualTo(Adam.GAN_DEFAULTS);
        assertThat(read("sgd")).isEqualTo(Sgd.DEFAULTS);
        assertThat(read("rmsprop")).isEqualTo(RmsProp.DEFAULTS);
    }

    @Test
    void theSettingsOf2014() {
        String yaml = """
                type: sgd
                rate: {type: geometric, start: 0.1, factor: 0.999996000016, floor: 1e-6}
                momentum: {type: per-epoch, stepsPerEpoch: 500, schedule: {type: linear, from: 0.5, to: 0.7, first: 1, last: 250}}
                """;
        assertThat(read(yaml))
                .isEqualTo(new Sgd(
                        new GeometricSchedule(0.1, 0.999996000016, 1e-6),
                        new LinearSchedule(0.5, 0.7, 1, 250).perEpoch(500),
                        Sgd.Form.HEAVY_BALL));
    }

    @Test
    void wrappersAndNumbers() {
        assertThat(read("{type: clipped-weights, optimizer: {type: rmsprop, rate: 5e-5, placement: inside}}"))
                .isEqualTo(new ClippedWeights(
                        new RmsProp(Schedule.constant(5e-5), 0.9, 1e-8, RmsProp.Placement.INSIDE, false), 0.01));
        assertThat(read("{type: adam, rate: 1e-3, placement: epsilon-hat, amsgrad: true}"))
                .isEqualTo(new Adam(Schedule.constant(1e-3), 0.5, 0.999, 1e-8, Adam.Placement.EPSILON_HAT, true));
        assertThat(read("{type: weight-decay, optimizer: sgd, decay: 1e-4}"))
                .isEqualTo(new WeightDecay(Sgd.DEFAULTS, Schedule.constant(1e-4), WeightDecay.Form.L2));
    }

    @Test
    void aNegativeRateIsReportedWhereItStands() {
        assertThatThrownBy(() -> read("{type: sgd, rate: -0.1, momentum: .nan}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rate must be a finite number of at least 0, but is -0.1")
                .hasMessageContaining("momentum");
    }

    private Optimizer read(String yaml) {
        return reader.parse(yaml, "run.yaml", List.of(), Optimizer.class).value();
    }
}
