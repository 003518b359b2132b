package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.Test;

class TensorTest {
    private final Tensor x = Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);

    @Test
    void elementsAreReadFromAPlaceOn() {
        Tensor x = Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
        float[] read = new float[2];
        x.read(3, read);
        assertThat(read).containsExactly(4, 5);
        x.to(DType.FLOAT64).read(4, read);
        assertThat(read).containsExactly(5, 6);
        assertThatThrownBy(() -> x.read(5, read)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void readsWhatItWasMadeOf() {
        assertThat(x.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(x.at(1, 0)).isEqualTo(4);
        assertThat(x.toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(x.toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(x.size()).isEqualTo(6);
        assertThat(Tensor.of(Shape.of(2), 0.1, 0.2).dtype()).isEqualTo(DType.FLOAT64);
        assertThat(Tensor.of(Shape.of(2), 0.1, 0.2).toFloats()).containsExactly(0.1f, 0.2f);
        assertThat(Tensor.scalar(DType.FLOAT64, 0.1).item()).isEqualTo(0.1);
        assertThat(Tensor.scalar(DType.FLOAT32, 0.1).item()).isEqualTo(0.1f);
        assertThat(Tensor.ones(DType.FLOAT32, Shape.of(3)).toFloats()).containsExactly(1, 1, 1);
        assertThat(Tensor.zeros(DType.FLOAT64, Shape.of(1, 2)).toDoubles()).containsExactly(0, 0);
        assertThat(x.to(DType.FLOAT64).times(0.1).at(0, 2)).isEqualTo(3 * 0.1);
        assertThat(x).hasToString("FLOAT32 [2, 3] 1.0, 2.0, 3.0, 4.0, 5.0, 6.0");
        assertThat(Tensor.zeros(DType.FLOAT64, Shape.of(9)).tracked())
                .hasToString("FLOAT64 [9] tracked 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, ...");
    }

    @Test
    void operandsBroadcastFromTheLastAxis() {
        Tensor row = Tensor.of(Shape.of(3), 10f, 20f, 30f);
        Tensor column = Tensor.of(Shape.of(2, 1), 1f, 2f);
        assertThat(x.plus(row).toFloats()).containsExactly(11, 22, 33, 14, 25, 36);
        assertThat(column.times(row).toFloats()).containsExactly(10, 20, 30, 20, 40, 60);
        assertThat(x.minus(column).toFloats()).containsExactly(0, 1, 2, 2, 3, 4);
        assertThat(x.dividedBy(Tensor.scalar(DType.FLOAT32, 2)).toFloats()).containsExactly(0.5f, 1, 1.5f, 2, 2.5f, 3);
        assertThat(row.reshape(3, 1, 1).plus(column).shape()).isEqualTo(Shape.of(3, 2, 1));
        assertThat(column.broadcastTo(Shape.of(2, 2, 2)).toFloats()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
    }

    @Test
    void reducesOverAxes() {
        assertThat(x.sum().item()).isEqualTo(21);
        assertThat(x.sum(0).toFloats()).containsExactly(5, 7, 9);
        assertThat(x.sum(-1).toFloats()).containsExactly(6, 15);
        assertThat(x.sumKeeping(1).shape()).isEqualTo(Shape.of(2, 1));
        assertThat(x.mean(0, 1).item()).isEqualTo(3.5);
        assertThat(x.meanKeeping(0).toFloats()).containsExactly(2.5f, 3.5f, 4.5f);
        assertThat(x.max(1).toFloats()).containsExactly(3, 6);
        assertThat(x.maxKeeping(0).shape()).isEqualTo(Shape.of(1, 3));
        assertThat(x.sum(new int[0]).toFloats()).isEqualTo(x.toFloats());
        assertThat(x.norm(1).toDoubles()).containsExactly(new double[] {Math.sqrt(14), Math.sqrt(77)}, within(1e-6));
        assertThat(x.squaredNorm().item()).isEqualTo(91);
        assertThat(x.softmax(1).sum(1).toDoubles()).containsExactly(new double[] {1, 1}, within(1e-6));
        assertThat(x.logSumExp(0).at(2)).isEqualTo(Math.log(Math.exp(3) + Math.exp(6)), within(1e-6));
        assertThat(x.maxout(3).toFloats()).containsExactly(3, 6);
    }

    @Test
    void movesElements() {
        assertThat(x.transpose().toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(x.reshape(3, -1).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(x.reshape(1, 2, 3).transpose(2, 0, 1).toFloats()).containsExactly(1, 4, 2, 5, 3, 6);
        assertThat(x.slice(1, 1, 3).toFloats()).containsExactly(2, 3, 5, 6);
        assertThat(x.pad(0, 1, 0).toFloats()).containsExactly(0, 0, 0, 1, 2, 3, 4, 5, 6);
        assertThat(Tensor.concatenate(-1, x, x.slice(1, 0, 1)).toFloats()).containsExactly(1, 2, 3, 1, 4, 5, 6, 4);
        assertThat(x.gather(1, 1, 0).toFloats()).containsExactly(4, 5, 6, 4, 5, 6, 1, 2, 3);
        assertThat(x.scatterAdd(new int[] {2, 2}, 3).toFloats()).containsExactly(0, 0, 0, 0, 0, 0, 5, 7, 9);
        assertThat(Tensor.where(x.greaterThan(3), x, x.negate()).toFloats()).containsExactly(-1, -2, -3, 4, 5, 6);
    }

    @Test
    void multipliesMatricesTransposedOrNot() {
        Tensor y = Tensor.of(Shape.of(3, 2), 1f, -1f, 0f, 2f, 1f, 0.5f);
        float[] expected = {4, 4.5f, 10, 9};
        assertThat(x.matmul(y).toFloats()).containsExactly(expected);
        assertThat(x.transpose().matmul(y, true, false).toFloats()).containsExactly(expected);
        assertThat(x.matmul(y.transpose(), false, true).toFloats()).containsExactly(expected);
        assertThat(x.transpose().matmul(y.transpose(), true, true).toFloats()).containsExactly(expected);
        assertThat(x.affine(y, Tensor.of(Shape.of(2), 1f, -1f)).toFloats()).containsExactly(5, 3.5f, 11, 8);
    }

    @Test
    void tellsWhetherAllElementsAreFinite() {
        assertThat(x.allFinite()).isTrue();
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            assertThat(Tensor.of(Shape.of(4), 1f, bad, -2f, 0f).allFinite()).isFalse();
            assertThat(Tensor.of(Shape.of(2), bad, Float.NaN).allFinite()).isFalse();
        }
        assertThat(Tensor.of(Shape.of(2), Float.MAX_VALUE, Float.MAX_VALUE).allFinite())
                .isTrue();
    }

    @Test
    void refusesShapesThatDoNotFitAndNamesThem() {
        Tensor y = Tensor.zeros(DType.FLOAT32, Shape.of(4, 2));
        refused(
                "times cannot combine shapes [2, 3] and [4, 2]: on axis -1 they have 3 and 2; sizes must be equal or one"
                        + " of them 1 (insert axes of size 1 with reshape)",
                () -> x.times(y));
        refused("matmul cannot multiply [2, 3] by [4, 2]: the inner dimensions are 3 and 4", () -> x.matmul(y));
        refused(
                "matmul cannot multiply [2, 3] transposed by [2, 3] transposed: the inner dimensions are 2 and 3",
                () -> x.matmul(x.reshape(2, 3), true, true));
        refused(
                "matmul takes two matrices, but was given shapes [6] and [4, 2]; bring them to two axes with reshape",
                () -> x.reshape(6).matmul(y));
        refused("reshape cannot turn [2, 3] into [4, 2]: they have 6 and 8 elements", () -> x.reshape(4, 2));
        refused(
                "reshape cannot turn [2, 3] into [4, -1]: no dimension in place of -1 gives 6 elements",
                () -> x.reshape(4, -1));
        refused(
                "broadcastTo cannot repeat shape [2, 3] to [2, 6]; axes are aligned at the last, and only those of size"
                        + " 1 or absent in front repeat",
                () -> x.broadcastTo(Shape.of(2, 6)));
        refused(
                "slice of positions 1 to 4 (exclusive) on axis 1 of shape [2, 3]: needs 0 <= from < to <= 3",
                () -> x.slice(1, 1, 4));
        refused(
                "concatenate along axis 0 cannot join shapes [2, 3] and [4, 2]: they must agree in all other"
                        + " dimensions",
                () -> Tensor.concatenate(0, x, y));
        refused("gather was given row 2 at position 1, but there are rows 0 to 1 only", () -> x.gather(0, 2));
        refused(
                "scatterAdd of shape [2, 3] needs 2 row numbers, one for each entry along axis 0, but was given 1",
                () -> x.scatterAdd(new int[] {0}, 2));
        refused(
                "maxout over 2 pieces of shape [2, 3]: the last dimension must be a multiple of pieces, which must be at"
                        + " least 1",
                () -> x.maxout(2));
        refused("transpose of shape [2, 3] needs each of its axes once, but was given [0, 0]", () -> x.transpose(0, 0));
        refused("clip needs low <= high, but low is 1.0 and high is NaN", () -> x.clip(1, Double.NaN));
        refused("Shape [2, 3] has 6 elements, but 1 value was given", () -> Tensor.of(Shape.of(2, 3), 1f));
        refused(
                "affine cannot combine shapes [2, 3], [4, 2] and [2]: weight must be [3, out] for x, and bias [2] for"
                        + " weight",
                () -> x.affine(y, Tensor.zeros(DType.FLOAT32, Shape.of(2))));
    }

    @Test
    void refusesToMixTypes() {
        Tensor y = x.to(DType.FLOAT64);
        String expected = " cannot mix FLOAT32 [2, 3] and FLOAT64 [2, 3]; convert one of them with to(DType)";
        refused("plus" + expected, () -> x.plus(y));
        refused("maximum" + expected, () -> x.maximum(y));
        refused("greaterThan" + expected, () -> x.greaterThan(y));
        refused("matmul" + expected, () -> x.matmul(y, false, true));
        refused("concatenate" + expected, () -> Tensor.concatenate(0, List.of(x, y)));
        refused("where" + expected, () -> Tensor.where(x, x, y));
    }

    @Test
    void readingOneElementNeedsAPlaceThatExists() {
        assertThatThrownBy(x::item)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("item() reads a tensor of one element, but this one has shape [2, 3]; reduce it with sum()"
                        + " or mean(), or read an element with at(...)");
        assertThatThrownBy(() -> x.at(0, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("Index [0, 3] is outside a tensor of shape [2, 3]");
        assertThatThrownBy(() -> x.at(1)).hasMessage("Index [1] is outside a tensor of shape [2, 3]");
    }

    private static void refused(String message, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
