package org.gan4j.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static final ArraySplit LABELLED =
            ArraySplit.of(Shape.of(2), new float[] {1, 10, 2, 20, 4, 40}, new int[] {5, 6, 7});
    private static final byte[][] IMAGES = {{0, 51, (byte) 255, 1}, {2, 3, 4, (byte) 128}};
    private static final ByteSplit BYTES = ByteSplit.of(Shape.of(2, 2, 1), 2, i -> IMAGES[i], i -> 9 - i);

    @Test
    void rowsComeInTheOrderAskedForWithTheirLabels() {
        Samples rows = LABELLED.rows(2, 0, 2);
        assertThat(rows.values().shape()).isEqualTo(Shape.of(3, 2));
        assertThat(rows.values().toFloats()).containsExactly(4, 40, 1, 10, 4, 40);
        assertThat(rows.labels().orElseThrow().toFloats()).containsExactly(7, 5, 7);
        assertThat(LABELLED.all().size()).isEqualTo(3);
        assertThat(LABELLED.range(1, 2).values().toFloats()).containsExactly(2, 20);
    }

    @Test
    void bytesAreDividedBy255() {
        Samples rows = BYTES.rows(1, 0);
        assertThat(rows.values().shape()).isEqualTo(Shape.of(2, 2, 2, 1));
        assertThat(rows.values().toFloats())
                .containsExactly(2 / 255f, 3 / 255f, 4 / 255f, 128 / 255f, 0, 0.2f, 1, 1 / 255f);
        assertThat(rows.labels().orElseThrow().toFloats()).containsExactly(8, 9);
    }

    @Test
    void rowsOutsideAreRefused() {
        assertThatThrownBy(() -> LABELLED.rows(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> LABELLED.rows(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> BYTES.rows(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void valuesThatAreNoWholeSamplesAreRefused() {
        assertThatThrownBy(() -> ArraySplit.of(Shape.of(2), new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 values");
        assertThatThrownBy(() -> ArraySplit.of(Shape.of(2), new float[4], new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 samples, got 3");
    }

    @Test
    void theMeanIsThatOfAllRowsAndSurvivesScopes() {
        var mean = Splits.mean(LABELLED, Shape.of(2));
        try (Scope scope = Scope.open()) {
            assertThat(mean.get().toFloats()).containsExactly(7 / 3f, 70 / 3f);
        }
        assertThat(mean.get().shape()).isEqualTo(Shape.of(2));
        assertThat(mean.get().toFloats()).containsExactly(7 / 3f, 70 / 3f);
    }

    @Test
    void theMeanCountsMoreRowsThanAreReadAtOnce() {
        float[] values = new float[2 * 2500];
        for (int i = 0; i < 2500; i++) {
            values[2 * i] = i;
            values[2 * i + 1] = 1;
        }
        assertThat(Splits.mean(ArraySplit.of(Shape.of(2), values), Shape.of(2))
                        .get()
                        .toFloats())
                .containsExactly(1249.5f, 1);
    }

    @Test
    void theChecksumTellsSettingsAndValuesApart() {
        String checksum = Splits.checksum("settings", LABELLED);
        assertThat(checksum).matches("[0-9a-f]{64}").isEqualTo(Splits.checksum("settings", LABELLED));
        assertThat(Splits.checksum("other", LABELLED)).isNotEqualTo(checksum);
        assertThat(Splits.checksum("settings", ArraySplit.of(Shape.of(2), new float[] {1, 10, 2, 20, 4, 41})))
                .isNotEqualTo(checksum);
    }

    @Test
    void samplesNeedOneLabelEach() {
        Tensor values = Tensor.of(Shape.of(2, 1), 1f, 2f);
        assertThatThrownBy(() -> Samples.of(values, Tensor.of(Shape.of(3), 0f, 1f, 2f)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape [2]");
        assertThatThrownBy(() -> Samples.of(values, Tensor.of(Shape.of(2, 1), 0f, 1f)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Samples.of(values, Tensor.of(Shape.of(2), 0f, 1f)).size()).isEqualTo(2);
    }
}
