package org.gan4j.core.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.data.DataDirectory;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Samples;
import org.gan4j.core.data.Split;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.Shape;
import org.junit.jupiter.api.Test;

class StrokeDigitsTest {
    private static final int PIXELS = 784;

    private static Dataset open(StrokeDigits settings) {
        return settings.open(new DataDirectory(Path.of("does-not-exist")));
    }

    private static final Dataset DIGITS = open(new StrokeDigits(3000, 500, 1000, 0));

    @Test
    void imagesAreGreyDigitsWithTheirLabels() {
        Samples samples = DIGITS.train().range(0, 500);
        assertThat(samples.values().shape()).isEqualTo(Shape.of(500, 28, 28, 1));
        float[] values = samples.values().toFloats();
        float[] labels = samples.labels().orElseThrow().toFloats();
        int grey = 0;
        for (int i = 0; i < 500; i++) {
            assertThat(labels[i]).isEqualTo(i % 10);
            double ink = 0;
            for (int k = 0; k < PIXELS; k++) {
                float value = values[i * PIXELS + k];
                assertThat(value).isBetween(0f, 1f);
                ink += value;
                grey += value > 0 && value < 1 ? 1 : 0;
                int row = k / 28;
                int column = k % 28;
                if (Math.min(Math.min(row, column), Math.min(27 - row, 27 - column)) == 0) {
                    assertThat(value).as("ink at the border of image %d", i).isZero();
                }
            }
            assertThat(ink / PIXELS).as("ink of image %d", i).isBetween(0.02, 0.35);
        }
        assertThat(grey).as("pixels at smoothed edges").isGreaterThan(500 * 20);
    }

    @Test
    void anImageDependsOnSeedSplitAndNumberOnly() {
        Split again = open(new StrokeDigits(10_000, 7, 7, 0)).train();
        float[] backwards = again.rows(19, 3).values().toFloats();
        assertThat(DIGITS.train().rows(19, 3).values().toFloats()).isEqualTo(backwards);
        assertThat(again.rows(19, 3).values().toFloats()).isEqualTo(backwards);
        assertThat(DIGITS.test().rows(19, 3).values().toFloats()).isNotEqualTo(backwards);
        assertThat(open(new StrokeDigits(20, 1, 1, 1))
                        .train()
                        .rows(19, 3)
                        .values()
                        .toFloats())
                .isNotEqualTo(backwards);
    }

    @Test
    void noTwoImagesAreEqual() {
        float[] values = DIGITS.train().range(0, 1000).values().toFloats();
        List<Integer> hashes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            hashes.add(Arrays.hashCode(Arrays.copyOfRange(values, i * PIXELS, (i + 1) * PIXELS)));
        }
        assertThat(hashes).doesNotHaveDuplicates();
    }

    /** The nearest of 3 000 training images has the label of nearly every test image: the digits are ten kinds. */
    @Test
    void theTenDigitsCanBeToldApart() {
        float[] train = DIGITS.train().all().values().toFloats();
        float[] test = DIGITS.test().range(0, 200).values().toFloats();
        int right = 0;
        for (int i = 0; i < 200; i++) {
            int nearest = -1;
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < 3000; j++) {
                double distance = 0;
                for (int k = 0; k < PIXELS; k++) {
                    double gap = test[i * PIXELS + k] - train[j * PIXELS + k];
                    distance += gap * gap;
                }
                if (distance < least) {
                    least = distance;
                    nearest = j;
                }
            }
            right += nearest % 10 == i % 10 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(170);
    }

    @Test
    void theSpecificationIsThatOfGreyImages() {
        assertThat(DIGITS.spec().shape()).isEqualTo(Shape.of(28, 28, 1));
        assertThat(DIGITS.spec().low()).isZero();
        assertThat(DIGITS.spec().high()).isEqualTo(1);
        assertThat(DIGITS.spec().classes()).isEqualTo(10);
        assertThat(DIGITS.spec().mean().get().toFloats()).hasSize(PIXELS).contains(0f);
        assertThat(DIGITS.validation().size()).isEqualTo(500);
        assertThat(DIGITS.density()).isEmpty();
        assertThatThrownBy(() -> new StrokeDigits(10, 0, 10, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCurveRunsThroughItsPointsAndTurnsAtCorners() {
        double[] curve = Spline.through(new double[] {0, 0, 1, 0, 1, 0, 1, 2});
        // five pieces for each of two straight stretches
        assertThat(curve).hasSize(2 * 11);
        for (int i = 0; i <= 5; i++) {
            assertThat(curve[2 * i]).isBetween(0.0, 1.0);
            assertThat(curve[2 * i + 1]).isZero();
            assertThat(curve[2 * (5 + i)]).isEqualTo(1);
        }
        assertThat(curve[21]).isEqualTo(2);
        assertThat(Spline.through(new double[] {0, 0, 1, 1, 2, 0})).contains(new double[] {1, 1});
    }

    @Test
    void inkFallsOffWithTheDistanceFromTheStroke() {
        Pen pen = new Pen(5);
        pen.segment(0, 2.5, 1, 5, 2.5, 1);
        byte[] image = pen.image();
        // the rows of pixels have their centres at distances 2, 1, 0, 1, 2 from the stroke of radius 1
        assertThat(new int[] {image[2] & 0xff, image[7] & 0xff, image[12] & 0xff, image[17] & 0xff, image[22] & 0xff})
                .containsExactly(0, 128, 255, 128, 0);
    }

    @Test
    void everyWayToWriteADigitFitsTheNumbersDrawnForIt() {
        for (int digit = 0; digit < 10; digit++) {
            for (int seed = 0; seed < 50; seed++) {
                assertThat(Handwriting.draw(digit, RandomStream.of(seed))).hasSize(PIXELS);
            }
        }
    }
}
