package org.gan4j.core.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final Shape SHAPE = Shape.of(3, 1111);
    private static final float[] GOLDEN_UNIFORM = {0.29210818f, -0.5222006f, -0.9388498f};
    private static final float[] GOLDEN_NORMAL = {0.015005926f, -1.0468608f, -1.4680305f};
    private static final int[] GOLDEN_INTEGERS = {4, 8, 7, 8};
    private static final int[] GOLDEN_PERMUTATION = {2, 5, 3, 1, 4, 0};
    private static final double GOLDEN_DOUBLE = 0.5545111372420215;

    @Test
    void theSameSeedAndPathDrawTheSameNumbers() {
        float[] first =
                RandomStream.of(7).split("train").split(12).normal(SHAPE).toFloats();
        float[] second =
                RandomStream.of(7).split("train").split(12).normal(SHAPE).toFloats();
        assertThat(first).containsExactly(second);
    }

    /** The numbers are part of the format of every published result: they must never change. */
    @Test
    void theNumbersOfAStreamAreFixed() {
        RandomStream stream = RandomStream.of(20140610).split("latent").split(3);
        assertThat(stream.split("u").uniform(Shape.of(3), -1, 1).toFloats()).containsExactly(GOLDEN_UNIFORM);
        assertThat(stream.split("n").normal(Shape.of(3)).toFloats()).containsExactly(GOLDEN_NORMAL);
        assertThat(stream.split("i").integers(4, 10)).containsExactly(GOLDEN_INTEGERS);
        assertThat(stream.split("p").permutation(6)).containsExactly(GOLDEN_PERMUTATION);
        assertThat(stream.split("d").nextUniform()).isEqualTo(GOLDEN_DOUBLE);
    }

    @Test
    void aLongerDrawBeginsWithTheNumbersOfAShorterOne() {
        RandomStream stream = RandomStream.of(1).split("x");
        assertThat(stream.replay().normal(Shape.of(5000)).toFloats())
                .startsWith(stream.replay().normal(Shape.of(1500)).toFloats());
        assertThat(stream.replay().permutation(9)).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void anyDifferenceInThePathGivesAnotherStream() {
        RandomStream root = RandomStream.of(5);
        List<RandomStream> streams = List.of(
                root,
                RandomStream.of(6),
                RandomStream.of(5L << 32),
                root.split(""),
                root.split("a"),
                root.split("b"),
                root.split("a\0"),
                root.split("ab"),
                root.split("a").split("b"),
                root.split("b").split("a"),
                root.split("twelve bytes"),
                root.split("twelve bytes").split(""),
                root.split("twelve bytes and more"),
                root.split("twelve bytes and more than twenty-four"),
                root.split(0),
                root.split(1),
                root.split(-1),
                root.split(1L << 32),
                root.split("0"),
                root.split(0).split(0));
        assertThat(streams).doesNotHaveDuplicates();
        List<Double> numbers = new ArrayList<>();
        streams.forEach(stream -> numbers.add(stream.nextUniform()));
        assertThat(numbers).doesNotHaveDuplicates();
    }

    @Test
    void drawingChangesNothing() {
        RandomStream untouched = RandomStream.of(3).split("child");
        RandomStream root = RandomStream.of(3);
        double unused = root.split("sibling").nextUniform() + root.nextUniform();
        assertThat(unused).isPositive();
        assertThat(root.split("child")).isEqualTo(untouched).hasSameHashCodeAs(untouched);
        assertThat(root.split("child").nextUniform()).isEqualTo(untouched.nextUniform());
    }

    @Test
    void everyThreadDrawsTheSameNumbers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> draws = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                draws.add(threads.submit(
                        () -> RandomStream.of(9).split("shared").normal(SHAPE).toFloats()));
            }
            float[] here = RandomStream.of(9).split("shared").normal(SHAPE).toFloats();
            for (Future<float[]> draw : draws) {
                assertThat(draw.get()).containsExactly(here);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aSecondDrawFromAnAuditedStreamFailsAndNamesBothPlaces() {
        RandomStream root = RandomStream.audited(7);
        RandomStream latent = root.split("train").split(12).split("latent");
        assertThat(latent.normal(SHAPE).allFinite()).isTrue();
        assertThatThrownBy(() -> root.split("train").split(12).split("latent").uniform(SHAPE, 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"seed 7 / train / 12 / latent\" is drawn from a second time")
                .hasMessageContaining("split(\"name\")")
                .hasMessageMatching("(?s).*RandomStreamTest.*RandomStreamTest.*");
        assertThat(latent.split("other").nextUniform()).isBetween(0.0, 1.0);
    }

    @Test
    void replayAndOtherRootsAreCountedApart() {
        RandomStream stream = RandomStream.audited(7).split("x");
        double value = stream.nextUniform();
        assertThat(stream.replay().nextUniform()).isEqualTo(value);
        assertThat(RandomStream.audited(7).split("x").nextUniform()).isEqualTo(value);
    }

    @Test
    void allStreamsAreAuditedWhereTestsRun() {
        assertThat(System.getProperty(RandomStream.AUDIT_PROPERTY)).isEqualTo("true");
        RandomStream stream = RandomStream.of(1).split("x");
        assertThat(stream.nextUniform()).isBetween(0.0, 1.0);
        assertThatThrownBy(stream::nextUniform).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void typesAndShapesAreThoseAskedFor() {
        RandomStream root = RandomStream.of(1);
        assertThat(root.split("f").normal(SHAPE).dtype()).isEqualTo(DType.FLOAT32);
        assertThat(root.split("d").normal(DType.FLOAT64, SHAPE, 0, 1).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(root.split("u").uniform(DType.FLOAT64, SHAPE, 0, 1).shape()).isEqualTo(SHAPE);
        assertThat(root.split("b").bernoulli(DType.FLOAT64, SHAPE, 0.5).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(root.split("p0").permutation(0)).isEmpty();
        assertThat(root.split("i0").integers(0, 1)).isEmpty();
    }

    @Test
    void impossibleDrawsAreRefused() {
        RandomStream root = RandomStream.of(1);
        assertThatThrownBy(() -> root.uniform(SHAPE, 1, 1)).hasMessageContaining("low = 1.0 and high = 1.0");
        assertThatThrownBy(() -> root.uniform(SHAPE, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> root.normal(SHAPE, 0, -1)).hasMessageContaining("sd >= 0");
        assertThatThrownBy(() -> root.normal(SHAPE, 0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> root.bernoulli(SHAPE, 1.01)).hasMessageContaining("[0, 1]");
        assertThatThrownBy(() -> root.bernoulli(SHAPE, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> root.permutation(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> root.integers(3, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
