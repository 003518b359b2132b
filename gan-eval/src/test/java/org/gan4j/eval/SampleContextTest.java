package org.gan4j.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.LabelledSampler;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StopRequest;
import org.junit.jupiter.api.Test;

class SampleContextTest {
    private static final Dataset DATA = TestData.clusters(1300, 40, 3);
    private static final LabelledSampler NORMAL = TestData.perfect(3, 1);

    private static SampleContext context(Sampler sampler) {
        return new SampleContext(sampler, DATA, RandomStream.of(4));
    }

    private static float[] block(String name, RandomStream random, int number) {
        return NORMAL.sample(1000, random.split(name).split(number).replay())
                .values()
                .toFloats();
    }

    @Test
    void theFirstSamplesDoNotDependOnHowManyAreAskedFor() {
        float[] many;
        try (SampleContext context = context(NORMAL)) {
            many = context.samples(2500).toFloats();
        }
        try (SampleContext context = context(NORMAL)) {
            assertThat(context.samples(3).toFloats()).isEqualTo(Arrays.copyOf(many, 60));
            assertThat(context.samples(1001).toFloats()).isEqualTo(Arrays.copyOf(many, 20_020));
        }
        float[] second = block("samples", RandomStream.of(4), 1);
        assertThat(Arrays.copyOfRange(many, 20_000, 40_000)).isEqualTo(second);
        assertThat(Arrays.copyOf(many, 20_000)).isEqualTo(block("samples", RandomStream.of(4), 0));
    }

    @Test
    void aBlockIsMadeOnceForAll() {
        AtomicInteger calls = new AtomicInteger();
        Sampler counted = (count, random) -> {
            calls.incrementAndGet();
            assertThat(count).isEqualTo(1000);
            return NORMAL.sample(count, random);
        };
        try (SampleContext context = context(counted)) {
            context.samples(1500);
            context.samples(20);
            context.features(Points.samples(2000), new Pixels());
            assertThat(calls).hasValue(2);
            context.points(Points.samples(10).ofSet(1));
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void setsAreIndependent() {
        try (SampleContext context = context(NORMAL)) {
            float[] second =
                    context.points(Points.samples(10).ofSet(1)).values().toFloats();
            assertThat(second)
                    .isEqualTo(Arrays.copyOf(
                            block("samples", RandomStream.of(4).split("set").split(1), 0), 200))
                    .isNotEqualTo(context.samples(10).toFloats())
                    .isNotEqualTo(
                            context.points(Points.samples(10).ofSet(2)).values().toFloats());
        }
    }

    @Test
    void labelsAreAskedForInTurnAcrossBlocks() {
        try (SampleContext context = context(NORMAL)) {
            Samples samples = context.labelledSamples(1002);
            float[] labels = samples.labels().orElseThrow().toFloats();
            float[] values = samples.values().toFloats();
            for (int i = 0; i < labels.length; i++) {
                assertThat(labels[i]).isEqualTo(i % 3);
            }
            // The cluster of a label is raised by 4 along one coordinate: the mean over its samples shows it.
            double raised = 0;
            for (int i = 1; i < 1002; i += 3) {
                raised += values[i * 20 + 1] / 334;
            }
            assertThat(raised).isBetween(6.7, 7.3);
        }
        try (SampleContext plain = context((count, random) -> NORMAL.sample(count, random))) {
            assertThatThrownBy(() -> plain.labelledSamples(5)).hasMessageContaining("asks for samples by their label");
        }
    }

    @Test
    void whatIsKeptOutlivesScopes() {
        try (SampleContext context = context(NORMAL)) {
            float[] first;
            try (Scope scope = Scope.open()) {
                first = context.samples(5).toFloats();
            }
            try (Scope scope = Scope.open()) {
                assertThat(context.samples(5).toFloats()).isEqualTo(first);
            }
        }
    }

    @Test
    void doublePrecisionIsKept() {
        Sampler precise = (count, random) -> Samples.of(
                Tensor.of(Shape.of(count, 20), new double[count * 20]).plus(0.1));
        try (SampleContext context = context(precise)) {
            assertThat(context.samples(2).toDoubles()).containsOnly(0.1);
        }
    }

    @Test
    void featuresAreComputedOnceInBlocks() {
        AtomicInteger calls = new AtomicInteger();
        FeatureExtractor greatest = new FeatureExtractor() {
            @Override
            public String text() {
                return "greatest";
            }

            @Override
            public int dimension(Shape sample) {
                return 1;
            }

            @Override
            public Tensor features(Tensor samples) {
                calls.incrementAndGet();
                assertThat(samples.shape().dim(0)).isLessThanOrEqualTo(SampleContext.BLOCK);
                return samples.max(1).reshape(Shape.of(samples.shape().dim(0), 1));
            }
        };
        try (SampleContext context = context(NORMAL)) {
            Tensor train = context.features(Points.train(99_999), greatest);
            assertThat(train.shape()).isEqualTo(Shape.of(1300, 1));
            assertThat(train.toFloats())
                    .isEqualTo(DATA.train().all().values().max(1).toFloats());
            context.features(Points.train(1200), greatest);
            assertThat(calls).hasValue(2);
            Tensor drawn = context.features(Points.samples(4), greatest);
            assertThat(drawn.toFloats()).isEqualTo(context.samples(4).max(1).toFloats());
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void givenSamplesAreTakenAsTheyAre() {
        Tensor given = NORMAL.sample(1200, RandomStream.of(9)).values();
        try (SampleContext context = context(Sampler.of(given))) {
            assertThat(context.samples(1100).toFloats())
                    .isEqualTo(given.slice(0, 0, 1100).toFloats());
            assertThatThrownBy(() -> context.samples(1201))
                    .hasMessage("this measure needs 1201 samples, but 1200 were given");
            assertThatThrownBy(() -> context.points(Points.samples(2).ofSet(1)))
                    .hasMessageContaining("several independent sets of samples, but the samples were given");
        }
    }

    @Test
    void aStopEndsBetweenBlocks() {
        StopRequest stop = new StopRequest();
        AtomicInteger calls = new AtomicInteger();
        Sampler stopping = (count, random) -> {
            if (calls.incrementAndGet() == 2) {
                stop.request();
            }
            return NORMAL.sample(count, random);
        };
        try (SampleContext context = new SampleContext(stopping, DATA, RandomStream.of(4), stop, Optional.empty())) {
            assertThatThrownBy(() -> context.samples(5000)).isInstanceOf(EvaluationStopped.class);
            assertThat(calls).hasValue(2);
        }
    }

    @Test
    void aClosedContextRefuses() {
        SampleContext context = context(NORMAL);
        context.samples(5);
        context.close();
        context.close();
        assertThatThrownBy(() -> context.samples(5)).hasMessageContaining("this context was closed");
        assertThatThrownBy(() -> context.features(Points.train(5), new Pixels()))
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> context.once("x", () -> 1)).hasMessageContaining("closed");
        assertThatThrownBy(context::dataset).hasMessageContaining("closed");
    }
}
