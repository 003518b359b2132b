package org.gan4j.losses.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.data.SampleSpec;
import org.gan4j.core.data.Samples;
import org.gan4j.core.io.UserError;
import org.gan4j.core.nn.Buffers;
import org.gan4j.core.nn.ForwardPass;
import org.gan4j.core.nn.Pass;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final Pass PASS = ForwardPass.training(0, RandomStream.of(1), Buffers.empty());

    @Test
    void rowsOfOnePackFollowEachOther() {
        Tensor rows = Tensor.of(Shape.of(4, 3), 1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Samples packed = new Packing(2).apply(Samples.of(rows), PASS);
        assertThat(packed.values().shape()).isEqualTo(Shape.of(2, 6));
        assertThat(packed.values().toDoubles()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(new Packing(4)
                        .apply(Samples.of(rows.slice(1, 0, 1)), PASS)
                        .values()
                        .shape())
                .isEqualTo(Shape.of(1, 4));
    }

    /** Value 1000 sample + 100 row + 10 column + channel at its place. */
    @Test
    void imagesOfOnePackAreChannels() {
        double[] values = new double[6 * 2 * 3 * 2];
        int at = 0;
        for (int n = 0; n < 6; n++) {
            for (int h = 0; h < 2; h++) {
                for (int w = 0; w < 3; w++) {
                    for (int c = 0; c < 2; c++) {
                        values[at++] = 1000 * n + 100 * h + 10 * w + c;
                    }
                }
            }
        }
        Samples images = Samples.of(Tensor.of(Shape.of(6, 2, 3, 2), values));
        Tensor packed = new Packing(3).apply(images, PASS).values();
        assertThat(packed.shape()).isEqualTo(Shape.of(2, 2, 3, 6));
        for (int pack = 0; pack < 2; pack++) {
            for (int member = 0; member < 3; member++) {
                for (int c = 0; c < 2; c++) {
                    assertThat(packed.at(pack, 1, 2, 2 * member + c))
                            .isEqualTo(1000 * (3 * pack + member) + 100 + 20 + c);
                }
            }
        }
    }

    @Test
    void theDiscriminatorIsToldOfPacks() {
        Tensor mean = Tensor.of(Shape.of(1, 2, 2), 1.0, 2, 3, 4);
        SampleSpec spec = new Packing(2).transformed(new SampleSpec(Shape.of(1, 2, 2), 0, 5, 10, () -> mean));
        assertThat(spec.shape()).isEqualTo(Shape.of(1, 2, 4));
        assertThat(spec.classes()).isZero();
        assertThat(spec.low()).isZero();
        assertThat(spec.high()).isEqualTo(5);
        assertThat(spec.mean().get().toDoubles()).containsExactly(1, 2, 1, 2, 3, 4, 3, 4);
        Samples labelled = Samples.of(mean.reshape(1, 1, 2, 2), Tensor.of(Shape.of(1), 3.0));
        assertThat(new Packing(1).apply(labelled, PASS).labels()).isEmpty();
    }

    @Test
    void refusesABatchThatLeavesSamplesOver() {
        Samples five = Samples.of(Tensor.of(Shape.of(5, 1), 1.0, 2, 3, 4, 5));
        assertThatThrownBy(() -> new Packing(2).apply(five, PASS))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "packing: a batch of 5 samples cannot be packed by 2. Choose a batch size that is a multiple"
                                + " of 2.");
        assertThat(new Packing(3).transformedSize(12)).isEqualTo(4);
        assertThatThrownBy(() -> new Packing(2).transformedSize(5))
                .hasMessage("batchSize does not fit the packing: 5 samples cannot be packed by 2; choose a multiple");
        Samples numbers = Samples.of(Tensor.of(Shape.of(2), 1.0, 2));
        assertThatThrownBy(() -> new Packing(2).apply(numbers, PASS))
                .hasMessage("samples to be packed need an axis of their own: [N, ...], not [N]");
        assertThatThrownBy(() -> new Packing(0)).hasMessage("size must be at least 1, but is 0");
    }

    @Test
    void gradientsReachEverySample() {
        GradientCheck.check(
                2,
                t -> new Packing(2).apply(Samples.of(t.get(0)), PASS).values().tanh(),
                Tensor.of(Shape.of(2, 1, 2, 1), 0.3, -0.7, 1.1, 0.4));
    }
}
