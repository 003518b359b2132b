package org.gan4j.core.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionsTest {
    private static final DataDirectory NOWHERE = new DataDirectory(Path.of("does-not-exist"));

    static List<Distribution> all() {
        return List.of(Ring.DEFAULTS, Grid.DEFAULTS, Gaussian.DEFAULTS, SwissRoll.DEFAULTS, TwoMoons.DEFAULTS);
    }

    @Test
    void withoutNoiseTheRollLiesOnItsSpiral() {
        float[] values =
                new SwissRoll(0, 7.5).sample(5000, RandomStream.of(2)).values().toFloats();
        double inner = 10;
        double outer = 0;
        for (int i = 0; i < values.length; i += 2) {
            double t = 7.5 * Math.hypot(values[i], values[i + 1]);
            inner = Math.min(inner, t);
            outer = Math.max(outer, t);
            assertThat(7.5 * values[i]).isCloseTo(t * Math.cos(t), within(1e-4));
            assertThat(7.5 * values[i + 1]).isCloseTo(t * Math.sin(t), within(1e-4));
        }
        assertThat(inner).isCloseTo(1.5 * Math.PI, within(0.02));
        assertThat(outer).isCloseTo(4.5 * Math.PI, within(0.02));
    }

    @Test
    void withoutNoiseTheMoonsAreHalfCircles() {
        Samples samples = new TwoMoons(0).sample(5000, RandomStream.of(2));
        float[] values = samples.values().toFloats();
        float[] labels = samples.labels().orElseThrow().toFloats();
        int second = 0;
        for (int i = 0; i < labels.length; i++) {
            double x = values[2 * i];
            double y = values[2 * i + 1];
            second += labels[i] == 1 ? 1 : 0;
            double radius = labels[i] == 0 ? Math.hypot(x, y) : Math.hypot(x - 1, y - 0.5);
            assertThat(radius).isCloseTo(1, within(1e-6));
            assertThat(labels[i] == 0 ? y : 0.5 - y).isGreaterThanOrEqualTo(-1e-6);
        }
        assertThat(second / 5000.0).isCloseTo(0.5, within(5 * 0.5 / Math.sqrt(5000)));
    }

    @Test
    void noiseHasTheStatedDeviation() {
        int n = 50_000;
        float[] still =
                new SwissRoll(0, 2).sample(n, RandomStream.of(2)).values().toFloats();
        float[] noisy =
                new SwissRoll(0.5, 2).sample(n, RandomStream.of(2)).values().toFloats();
        double squares = 0;
        for (int i = 0; i < still.length; i++) {
            squares += Math.pow(2 * (noisy[i] - still[i]), 2);
        }
        assertThat(squares / still.length).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / still.length)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void freshBatchesAreAPureFunctionOfTheirNumber(Distribution distribution) {
        Dataset data = distribution.open(NOWHERE);
        BatchSource batches = data.batches(16, RandomStream.of(4).split("batches"));
        float[] third = batches.batch(3).values().toFloats();
        assertThat(third).hasSize(16 * data.spec().shape().size());
        assertThat(batches.batch(4).values().toFloats()).isNotEqualTo(third);
        assertThat(batches.batch(3).values().toFloats()).isEqualTo(third);
        assertThat(data.batches(16, RandomStream.of(5).split("batches"))
                        .batch(3)
                        .values()
                        .toFloats())
                .isNotEqualTo(third);
        assertThat(batches.batchesPerEpoch()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(batches.batchSize()).isEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("all")
    void splitsAreFixedDistinctAndOutliveScopes(Distribution distribution) {
        Dataset data = distribution.open(NOWHERE);
        float[] first;
        try (Scope scope = Scope.open()) {
            first = data.test().range(0, 5).values().toFloats();
        }
        assertThat(data.test().range(0, 5).values().toFloats()).isEqualTo(first);
        assertThat(distribution.open(NOWHERE).test().range(0, 5).values().toFloats())
                .isEqualTo(first);
        assertThat(data.validation().range(0, 5).values().toFloats()).isNotEqualTo(first);
        assertThat(data.train().range(0, 5).values().toFloats()).isNotEqualTo(first);
        assertThat(data.test().size()).isEqualTo(10_000);
        assertThat(data.test().range(0, 5).labels().isPresent())
                .isEqualTo(data.spec().classes() > 0);
        assertThat(data.name()).isEqualTo(distribution.name());
        assertThat(data.spec().bounded()).isFalse();
        assertThat(data.checksum()).matches("[0-9a-f]{64}");
        assertThat(data.density().isPresent()).isEqualTo(distribution instanceof MixtureDistribution);
    }

    @Test
    void theMeanOfTheSpecificationIsThatOfTheData() {
        float[] mean = new Gaussian(3, 0.5).open(NOWHERE).spec().mean().get().toFloats();
        assertThat((double) mean[0]).isCloseTo(3, within(5 * 0.5 / Math.sqrt(50_000)));
    }

    @Test
    void aFixedSampleGivesTheSamePointsInEveryEpoch() {
        Dataset data = new FixedSample(Ring.DEFAULTS, 20, 7).open(NOWHERE);
        assertThat(data.train().size()).isEqualTo(20);
        BatchSource batches = data.batches(5, RandomStream.of(1));
        assertThat(batches.batchesPerEpoch()).isEqualTo(4);
        assertThat(epoch(batches, 0)).isEqualTo(epoch(batches, 4)).hasSize(20);
        assertThat(batches.batch(0).values().toFloats())
                .isNotEqualTo(batches.batch(4).values().toFloats());
        assertThat(new FixedSample(Ring.DEFAULTS, 20, 8)
                        .open(NOWHERE)
                        .train()
                        .all()
                        .values()
                        .toFloats())
                .isNotEqualTo(data.train().all().values().toFloats());
        assertThat(data.description()).contains("20 fixed points, seed 7");
    }

    private static List<Float> epoch(BatchSource batches, long from) {
        List<Float> first = new ArrayList<>();
        for (long index = from; index < from + 4; index++) {
            float[] values = batches.batch(index).values().toFloats();
            for (int i = 0; i < values.length; i += 2) {
                first.add(values[i]);
            }
        }
        return first.stream().sorted().toList();
    }

    @Test
    void aFixedSampleNeedsPointsForABatch() {
        assertThatThrownBy(() -> new FixedSample(Ring.DEFAULTS, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new FixedSample(Ring.DEFAULTS, 20, 0).open(NOWHERE).batches(21, RandomStream.of(1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("larger than the training data");
        assertThatThrownBy(() -> Ring.DEFAULTS.open(NOWHERE).batches(0, RandomStream.of(1)))
                .isInstanceOf(UserError.class);
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Ring(0, 1, 0.1)).hasMessageContaining("count must be at least 1");
        assertThatThrownBy(() -> new Ring(8, 1, Double.NaN)).hasMessageContaining("standardDeviation");
        assertThatThrownBy(() -> new Grid(5, 0, 0.1)).hasMessageContaining("spacing");
        assertThatThrownBy(() -> new Gaussian(Double.NaN, 1)).hasMessageContaining("mean must be finite");
        assertThatThrownBy(() -> new SwissRoll(-1, 1)).hasMessageContaining("noise");
        assertThatThrownBy(() -> new TwoMoons(Double.NaN)).hasMessageContaining("noise");
        assertThat(Ring.DEFAULTS.shape()).isEqualTo(Shape.of(2));
    }
}
