package org.gan4j.losses.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.core.io.UserError;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class AugmentationTest {
    /** Images [200, 3, 2, 2] that are all alike: value 100 h + 10 w + c. */
    private static final Tensor IMAGES = images();

    private static Tensor images() {
        double[] values = new double[200 * 12];
        Arrays.setAll(values, i -> 100 * (i % 12 / 4) + 10 * (i % 4 / 2) + i % 2);
        return Tensor.of(Shape.of(200, 3, 2, 2), values);
    }

    /** Returns the images that came out, each once. */
    private static SortedSet<String> outcomes(Augmentation augmentation) {
        Tensor changed = augmentation.apply(IMAGES, RandomStream.of(6));
        assertThat(changed.shape()).isEqualTo(IMAGES.shape());
        SortedSet<String> found = new TreeSet<>();
        for (int n = 0; n < 200; n++) {
            double[] image = changed.slice(0, n, n + 1).toDoubles();
            found.add(String.join(
                    " ",
                    Arrays.stream(image)
                            .mapToObj(x -> Integer.toString((int) x))
                            .toList()));
        }
        return found;
    }

    @Test
    void aFlipExchangesColumnsOfSomeImages() {
        String plain = "0 1 10 11 100 101 110 111 200 201 210 211";
        String mirrored = "10 11 0 1 110 111 100 101 210 211 200 201";
        assertThat(outcomes(Flip.DEFAULTS)).containsExactlyInAnyOrder(plain, mirrored);
        assertThat(outcomes(new Flip(0))).containsExactly(plain);
        assertThat(outcomes(new Flip(1))).containsExactly(mirrored);
    }

    /** All nine shifts by up to one pixel occur; the border is repeated. */
    @Test
    void aTranslationMovesByUpToItsPixels() {
        assertThat(outcomes(new Translation(1)))
                .hasSize(9)
                .contains("0 1 10 11 100 101 110 111 200 201 210 211")
                .contains("0 1 0 1 0 1 0 1 100 101 100 101")
                .contains("110 111 110 111 210 211 210 211 210 211 210 211")
                .contains("0 1 10 11 0 1 10 11 100 101 110 111")
                .contains("10 11 10 11 110 111 110 111 210 211 210 211");
        assertThat(outcomes(new Translation(0))).hasSize(1);
    }

    @Test
    void changesFollowEachOther() {
        InOrder both = new InOrder(List.of(new Flip(1), new Flip(1)));
        assertThat(outcomes(both)).containsExactly("0 1 10 11 100 101 110 111 200 201 210 211");
        assertThatThrownBy(() -> new InOrder(List.of())).hasMessage("steps is empty: give at least one augmentation");
        GaussianNoise noise = new GaussianNoise(1);
        Tensor zeros = Tensor.zeros(DType.FLOAT64, Shape.of(2000, 2));
        double square = new InOrder(List.of(noise, noise))
                .apply(zeros, RandomStream.of(6))
                .square()
                .mean()
                .item();
        assertThat(square).as("two draws, not one twice").isCloseTo(2, within(0.15));
    }

    @Test
    void gradientsReachTheSamples() {
        InOrder all = new InOrder(List.of(Flip.DEFAULTS, new Translation(1), new GaussianNoise(0.3)));
        GradientCheck.check(
                2,
                t -> all.apply(t.get(0), RandomStream.of(9)).tanh(),
                Tensor.of(Shape.of(2, 1, 3, 1), 0.3, -0.7, 1.1, 0.4, 0.9, -0.2));
    }

    @Test
    void saysWhatItNeeds() {
        Tensor points = Tensor.zeros(DType.FLOAT32, Shape.of(3, 2));
        assertThatThrownBy(() -> Flip.DEFAULTS.apply(points, RandomStream.of(1)))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "augmentation flip: samples of shape [3, 2] are not images [N, height, width, channels]. Use"
                                + " {type: gaussian-noise} for other data.");
        assertThatThrownBy(() -> new Flip(Double.NaN)).hasMessage("probability must be in [0, 1], but is NaN");
        assertThatThrownBy(() -> new Translation(-1)).hasMessage("pixels must be at least 0, but is -1");
        assertThatThrownBy(() -> new GaussianNoise(Double.NaN))
                .hasMessage("deviation must be finite and at least 0, but is NaN");
        assertThatThrownBy(() -> new GaussianNoise(Double.POSITIVE_INFINITY))
                .hasMessage("deviation must be finite and at least 0, but is Infinity");
    }
}
