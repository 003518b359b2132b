package org.gan4j.core.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.gan4j.core.data.BatchSource;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.DataSource;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.synthetic.Ring;
import org.gan4j.core.io.UserError;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class StackedMnistTest {
    private static final int PIXELS = 784;
    private static final StrokeDigits STROKES = new StrokeDigits(60, 20, 10, 0);

    private final DataDirectory nowhere = new DataDirectory(Path.of("does-not-exist"));
    private final Dataset stacked = open(Triples.FIXED, PixelRange.SYMMETRIC, 7);
    private final Dataset single = STROKES.open(nowhere);

    private Dataset open(Triples triples, PixelRange range, long seed) {
        return new StackedMnist(STROKES, triples, 400, 30, 5, range, seed).open(nowhere);
    }

    /** Every colour of every sample is one of the digits, v = 2 g - 1, and its number a digit of the label. */
    @Test
    void everyColourIsADigitAndTheLabelNamesThem() {
        Samples samples = stacked.train().range(0, 50);
        assertThat(samples.values().shape()).isEqualTo(Shape.of(50, 28, 28, 3));
        float[] values = samples.values().toFloats();
        float[] labels = samples.labels().orElseThrow().toFloats();
        float[] digits = single.train().all().values().toFloats();
        int used = 0;
        for (int i = 0; i < 50; i++) {
            int label = (int) labels[i];
            int[] expected = {label / 100, label / 10 % 10, label % 10};
            for (int colour = 0; colour < 3; colour++) {
                int number = found(values, i, colour, digits);
                assertThat(number % 10).as("colour %d of sample %d", colour, i).isEqualTo(expected[colour]);
                used |= 1 << number % 10;
            }
        }
        assertThat(used).isEqualTo(1023);
    }

    private static int found(float[] stackedValues, int sample, int colour, float[] digits) {
        for (int number = 0; number < digits.length / PIXELS; number++) {
            boolean same = true;
            for (int k = 0; k < PIXELS && same; k++) {
                float expected = 2 * digits[number * PIXELS + k] - 1;
                same = Math.abs(stackedValues[(sample * PIXELS + k) * 3 + colour] - expected) < 1e-6f;
            }
            if (same) {
                return number;
            }
        }
        throw new AssertionError("colour " + colour + " of sample " + sample + " is none of the digits");
    }

    @Test
    void whatIsKnownOfTheData() {
        SampleSpec spec = stacked.spec();
        assertThat(spec.shape()).isEqualTo(Shape.of(28, 28, 3));
        assertThat(spec.classes()).isEqualTo(1000);
        assertThat(spec.low()).isEqualTo(-1);
        assertThat(spec.high()).isEqualTo(1);
        assertThat(stacked.train().size()).isEqualTo(400);
        assertThat(stacked.validation().size()).isEqualTo(30);
        assertThat(stacked.test().size()).isEqualTo(5);
        assertThat(stacked.description())
                .isEqualTo(
                        "three digits of stroke-digits stacked as colours, 28 x 28 in [-1, 1]: 400 fixed triples to train,"
                                + " 30 to validate, 5 to test, seed 7");
        Dataset unit = open(Triples.FIXED, PixelRange.UNIT, 7);
        assertThat(unit.spec().low()).isZero();
        float[] grey = unit.test().all().values().toFloats();
        float[] black = stacked.test().all().values().toFloats();
        for (int i = 0; i < grey.length; i++) {
            assertThat(black[i]).isCloseTo(2 * grey[i] - 1, within(1e-6f));
        }
        assertThat(unit.checksum()).isNotEqualTo(stacked.checksum());
    }

    @Test
    void triplesDependOnTheirSeedAndSplit() {
        float[] labels = labels(stacked);
        assertThat(labels(open(Triples.FIXED, PixelRange.UNIT, 7))).isEqualTo(labels);
        assertThat(labels(open(Triples.FIXED, PixelRange.UNIT, 8))).isNotEqualTo(labels);
        float[] validation =
                stacked.validation().range(0, 30).labels().orElseThrow().toFloats();
        assertThat(validation).isNotEqualTo(Arrays.copyOf(labels, 30));
        assertThat(stacked.train().rows(19, 3).labels().orElseThrow().toFloats())
                .containsExactly(labels[19], labels[3]);
    }

    private static float[] labels(Dataset data) {
        return data.train().all().labels().orElseThrow().toFloats();
    }

    @Test
    void fixedTriplesAreReshuffledEachEpochAndFreshOnesNeverEnd() {
        BatchSource fixed = stacked.batches(100, RandomStream.of(1));
        assertThat(fixed.batchesPerEpoch()).isEqualTo(4);
        float[] epoch = new float[400];
        for (int batch = 0; batch < 4; batch++) {
            float[] part = fixed.batch(batch).labels().orElseThrow().toFloats();
            System.arraycopy(part, 0, epoch, 100 * batch, 100);
        }
        float[] once = labels(stacked);
        assertThat(epoch).isNotEqualTo(once);
        Arrays.sort(epoch);
        Arrays.sort(once);
        assertThat(epoch).isEqualTo(once);
        BatchSource fresh = open(Triples.FRESH, PixelRange.SYMMETRIC, 7).batches(500, RandomStream.of(1));
        assertThat(fresh.batchesPerEpoch()).isInfinite();
        assertThat(fresh.batchSize()).isEqualTo(500);
        float[] first = fresh.batch(3).labels().orElseThrow().toFloats();
        assertThat(fresh.batch(3).labels().orElseThrow().toFloats()).isEqualTo(first);
        assertThat(fresh.batch(4).labels().orElseThrow().toFloats()).isNotEqualTo(first);
        assertThat(IntStream.range(0, 500).mapToObj(i -> first[i]).distinct().count())
                .as("classes of 500 triples; 393.6 of 1000 on average")
                .isBetween(360L, 430L);
    }

    @Test
    void otherDataAreRefused() {
        DataSource ring = new StackedMnist(Ring.DEFAULTS, Triples.FIXED, 1, 1, 1, PixelRange.UNIT, 0);
        assertThatThrownBy(() -> ring.open(nowhere))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(
                        "stacked-mnist: digits: three grey images with labels make a sample, but data set"
                                + " 'ring' has samples of shape [2]");
        assertThatThrownBy(() -> new StackedMnist(STROKES, Triples.FIXED, 0, 1, 1, PixelRange.UNIT, 0))
                .hasMessage("train must be at least 1, but is 0");
        assertThatThrownBy(() -> open(Triples.FRESH, PixelRange.UNIT, 0).batches(0, RandomStream.of(1)))
                .hasMessageContaining("the batch size must be at least 1");
        assertThatThrownBy(() -> stacked.train().rows(400)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    /** The papers' data set; the mean of 3 000 of its greys is MNIST's 0.1306, up to 0.003 by chance. */
    @Test
    void mnistIsStackedWhereItsFilesAre() {
        assumeTrue(System.getenv("GAN4J_DATA") != null);
        Dataset data = StackedMnist.DEFAULTS.open(new DataDirectory(Path.of(System.getenv("GAN4J_DATA"))));
        assertThat(data.train().size()).isEqualTo(128_000);
        Samples samples = data.train().range(127_000, 128_000);
        assertThat(samples.values().mean().item()).isCloseTo(2 * 0.1306 - 1, within(0.008));
        boolean[] seen = new boolean[1000];
        int classes = 0;
        for (int from = 0; from < 10_000; from += 500) {
            for (float label :
                    data.train().range(from, from + 500).labels().orElseThrow().toFloats()) {
                classes += seen[(int) label] ? 0 : 1;
                seen[(int) label] = true;
            }
        }
        assertThat(classes).as("classes of 10 000 triples").isGreaterThan(990);
    }
}
