package org.gan4j.core.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.config.ConfigurationReader;
import org.gan4j.core.config.StrategyRegistry;
import org.gan4j.core.config.tree.ConfigurationException;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.NoData;
import org.gan4j.core.data.digits.PixelRange;
import org.gan4j.core.data.digits.StackedMnist;
import org.gan4j.core.data.digits.StrokeDigits;
import org.gan4j.core.data.digits.Triples;
import org.gan4j.core.data.file.Mnist;
import org.gan4j.core.data.file.Npz;
import org.gan4j.core.data.synthetic.FixedSample;
import org.gan4j.core.data.synthetic.Gaussian;
import org.gan4j.core.data.synthetic.GaussianMixture;
import org.gan4j.core.data.synthetic.Grid;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.data.synthetic.SwissRoll;
import org.gan4j.core.data.synthetic.TwoMoons;
import org.junit.jupiter.api.Test;

class DataModuleTest {
    private static final StrategyRegistry REGISTRY =
            Guice.createInjector(new DataModule()).getInstance(StrategyRegistry.class);

    private static DataSource read(String yaml) {
        return new ConfigurationReader(REGISTRY)
                .parse(yaml, "data.yaml", List.of(), DataSource.class)
                .value();
    }

    @Test
    void aBareNameMeansTheDefaults() {
        assertThat(read("ring")).isEqualTo(Ring.DEFAULTS);
        assertThat(read("grid")).isEqualTo(Grid.DEFAULTS);
        assertThat(read("gaussian")).isEqualTo(Gaussian.DEFAULTS);
        assertThat(read("swiss-roll")).isEqualTo(SwissRoll.DEFAULTS);
        assertThat(read("two-moons")).isEqualTo(TwoMoons.DEFAULTS);
        assertThat(read("stroke-digits")).isEqualTo(StrokeDigits.DEFAULTS);
        assertThat(read("mnist")).isEqualTo(Mnist.DEFAULTS);
        assertThat(read("stacked-mnist")).isEqualTo(StackedMnist.DEFAULTS);
        assertThat(read("{type: stacked-mnist, digits: stroke-digits, triples: fresh, range: unit}"))
                .isEqualTo(new StackedMnist(
                        StrokeDigits.DEFAULTS, Triples.FRESH, 128_000, 10_000, 10_000, PixelRange.UNIT, 0));
    }

    @Test
    void settingsReplaceDefaults() {
        assertThat(read("{type: ring, count: 12}")).isEqualTo(new Ring(12, 1, 0.01));
        assertThat(read("{type: mnist, folder: fashion-mnist}"))
                .isEqualTo(new Mnist("fashion-mnist", 50_000, 10_000, 10_000));
        assertThat(read("{type: fixed-sample, of: grid}")).isEqualTo(new FixedSample(Grid.DEFAULTS, 100_000, 0));
        assertThat(read("{type: npz, path: own.npz, low: -2, high: 2}"))
                .isEqualTo(new Npz("own.npz", 0.1, 0.1, Optional.of(-2.0), Optional.of(2.0), Optional.empty()));
        assertThat(read("{type: gaussian-mixture, means: [[0, 1], [2, 3]], covariances: [[[1, 0], [0, 1]], [[2, 1], [1,"
                        + " 2]]], weights: [1, 3]}"))
                .isEqualTo(new GaussianMixture(
                        List.of(List.of(0.0, 1.0), List.of(2.0, 3.0)),
                        List.of(),
                        List.of(
                                List.of(List.of(1.0, 0.0), List.of(0.0, 1.0)),
                                List.of(List.of(2.0, 1.0), List.of(1.0, 2.0))),
                        List.of(1.0, 3.0)));
    }

    @Test
    void aFixedSampleIsDrawnFromADistribution() {
        assertThatThrownBy(() -> read("{type: fixed-sample, of: mnist}"))
                .hasMessageContaining(
                        "of - \"mnist\" is a data source, but not a distribution, which is needed here; known:"
                                + " gaussian, gaussian-mixture, grid, ring, swiss-roll, two-moons");
    }

    /** The word is a name, not the null of YAML. */
    @Test
    void gamesWithoutDataSayNone() {
        assertThat(read("none")).isEqualTo(new NoData());
    }

    @Test
    void settingsThatMakeNoSenseAreProblemsOfTheConfiguration() {
        assertThatThrownBy(() -> read("{type: ring, standardDeviation: -1}"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("standardDeviation must be positive and finite, got -1.0");
        assertThatThrownBy(() -> read("npz"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("path");
    }

    @Test
    void everyDataSetSaysWhatItIs() {
        List<String> names = REGISTRY.names(DataSource.class);
        assertThat(names).hasSize(12);
        assertThat(names)
                .allSatisfy(name ->
                        assertThat(REGISTRY.summary(DataSource.class, name)).endsWith("."));
    }
}
