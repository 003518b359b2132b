package org.gan4j.eval.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.gan4j.core.data.ArraySplit;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Split;
import org.gan4j.core.distance.NearestRows;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.core.training.StopRequest;
import org.gan4j.eval.EvaluationStopped;
import org.gan4j.eval.FeatureExtractor;
import org.gan4j.eval.Pixels;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedNeighboursTest {
    private static final Dataset DATA = TestData.clusters(300, 40, 3, 1);
    private static final Sampler PERFECT = TestData.perfect(3, 1);
    private static final Points SAMPLES = Points.samples(70);
    private static final Points TRAIN = Points.train(300);

    private static SampleContext context(StopRequest stop) {
        return new SampleContext(PERFECT, DATA, RandomStream.of(4), stop, Optional.empty());
    }

    private static SampleContext context() {
        return context(new StopRequest());
    }

    private static void same(NearestRows found, NearestRows expected) {
        assertThat(found.k()).isEqualTo(expected.k());
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.squaredDistances()).isEqualTo(expected.squaredDistances());
    }

    /** Small whole numbers: every squared distance is exact in any order, and many are equal. */
    private static Tensor grid(int count, int dimension) {
        float[] values = RandomStream.of(dimension)
                .normal(Shape.of(count, dimension), 0, 2)
                .toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.round(values[i]);
        }
        return Tensor.of(Shape.of(count, dimension), values);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void searchInBlocksFindsWhatBruteForceFinds(int dimension) {
        Tensor few = grid(2_600, dimension);
        Tensor rows = BruteForce.twice(few);
        Tensor points =
                Tensor.concatenate(0, few.slice(0, 0, 40), grid(45, dimension).plus(0.5));
        Split split = ArraySplit.of(Shape.of(dimension), rows.toFloats());

        NearestRows found = BlockSearch.nearest(points, BlockSearch.Rows.of(split, split.size()), 7, () -> {});

        same(found, BruteForce.nearest(points, rows, 7, false));
        same(BlockSearch.nearest(points, split), found.first(1));
        assertThat(found.squaredDistances()[0]).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 17})
    void aSetInItselfLeavesOutTheRowAndNotItsCopies(int dimension) {
        Tensor given = BruteForce.twice(grid(120, dimension));
        Points all = Points.samples(240);
        FeatureExtractor cut = new FirstCoordinates(dimension);
        float[] wide = new float[240 * 20];
        for (int i = 0; i < 240; i++) {
            System.arraycopy(given.toFloats(), i * dimension, wide, i * 20, dimension);
        }
        Sampler sampler = Sampler.of(Tensor.of(Shape.of(240, 20), wide));
        try (SampleContext context =
                new SampleContext(sampler, DATA, RandomStream.of(1), new StopRequest(), Optional.empty())) {
            NearestRows found = SharedNeighbours.neighbours(context, all, all, cut, 5);
            same(found, BruteForce.nearest(given, given, 5, true));
            for (int i = 0; i < 240; i++) {
                assertThat(found.squaredDistances()[i * 5]).isZero();
                for (int n = 0; n < 5; n++) {
                    assertThat(found.rows()[i * 5 + n]).isNotEqualTo(i);
                }
            }
            NearestRows part = SharedNeighbours.neighbours(context, Points.samples(130), all, cut, 4);
            same(part, BruteForce.nearest(given.slice(0, 0, 130), given, 4, true));
        }
    }

    @Test
    void fewerAfterMoreAndMoreAfterFewerAreTheSame() {
        NearestRows one;
        NearestRows three;
        try (SampleContext context = context()) {
            one = SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 1);
            three = SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 3);
            Tensor points = context.samples(70);
            NearestRows expected = BruteForce.nearest(points, DATA.train().all().values(), 3, false);
            assertThat(three.rows()).isEqualTo(expected.rows());
            assertThat(BruteForce.error(three.squaredDistances(), expected.squaredDistances()))
                    .isLessThan(1e-14);
        }
        try (SampleContext context = context()) {
            SharedNeighbours.neighbours(context, SAMPLES, SAMPLES, new Pixels(), 2);
            same(SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 3), three);
            same(SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 1), one);
            same(SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 3), three);
        }
    }

    @Test
    void fewerThanBeforeAreNotSearchedAgain() {
        AtomicInteger calls = new AtomicInteger();
        FeatureExtractor counted = new FirstCoordinates(3) {
            @Override
            public Tensor features(Tensor samples) {
                calls.incrementAndGet();
                return super.features(samples);
            }
        };
        try (SampleContext context = context()) {
            NearestRows four = SharedNeighbours.neighbours(context, SAMPLES, TRAIN, counted, 4);
            int made = calls.get();
            assertThat(SharedNeighbours.neighbours(context, SAMPLES, Points.train(9_999), counted, 4))
                    .isSameAs(four);
            same(SharedNeighbours.neighbours(context, SAMPLES, TRAIN, counted, 2), four.first(2));
            assertThat(SharedNeighbours.neighbours(context, SAMPLES, TRAIN, counted, 4))
                    .isSameAs(four);
            assertThat(calls).hasValue(made);
        }
    }

    @Test
    void asManyAsThereAreAndNoMore() {
        Points ten = Points.samples(10);
        try (SampleContext context = context()) {
            assertThat(SharedNeighbours.neighbours(context, ten, ten, new Pixels(), 9)
                            .points())
                    .isEqualTo(10);
            assertThatThrownBy(() -> SharedNeighbours.neighbours(context, ten, ten, new Pixels(), 10))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has 1 to 9 neighbours among")
                    .hasMessageEndingWith("but 10 were asked");
            assertThatThrownBy(() -> SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 301))
                    .hasMessageContaining("has 1 to 300 neighbours among");
            assertThatThrownBy(() -> SharedNeighbours.neighbours(context, SAMPLES, TRAIN, new Pixels(), 0))
                    .hasMessageEndingWith("but 0 were asked");
        }
    }

    @Test
    void aStopEndsTheSearchBetweenBlocksAndNothingIsKept() {
        StopRequest stop = new StopRequest();
        AtomicInteger asked = new AtomicInteger();
        Tensor rows = grid(12_000, 3);
        BlockSearch.Rows stopping = new BlockSearch.Rows(12_000, (from, to) -> {
            asked.incrementAndGet();
            stop.request();
            return rows.slice(0, from, to);
        });
        try (SampleContext context = context(stop)) {
            assertThatThrownBy(() -> BlockSearch.nearest(grid(5, 3), stopping, 2, context::requireGoingOn))
                    .isInstanceOf(EvaluationStopped.class);
            assertThat(asked).hasValue(1);
        }
    }

    /** Features that are the first coordinates. */
    private static class FirstCoordinates implements FeatureExtractor {
        private final int count;

        FirstCoordinates(int count) {
            this.count = count;
        }

        @Override
        public String text() {
            return "first " + count;
        }

        @Override
        public int dimension(Shape sample) {
            return count;
        }

        @Override
        public Tensor features(Tensor samples) {
            return samples.slice(1, 0, count);
        }
    }
}
