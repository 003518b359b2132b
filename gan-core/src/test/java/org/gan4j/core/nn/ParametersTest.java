package org.gan4j.core.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.gan4j.core.memory.DType;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private final Parameters two = Parameters.empty()
            .with("layers.0.weight", Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f))
            .with("layers.0.bias", Tensor.of(Shape.of(3), 7f, 8f, 9f));

    @Test
    void orderIsThatOfAddition() {
        assertThat(two.names()).containsExactly("layers.0.weight", "layers.0.bias");
        Parameters replaced =
                two.with("layers.0.weight", Tensor.of(Shape.of(1), 5f)).with("a", Tensor.of(Shape.of(1), 6f));
        assertThat(replaced.names()).containsExactly("layers.0.weight", "layers.0.bias", "a");
        assertThat(two.size()).isEqualTo(2);
        assertThat(two.count()).isEqualTo(9);
    }

    @Test
    void theInventoryListsNamesShapesAndCounts() {
        Parameters large = two.with("out.weight", Tensor.zeros(DType.FLOAT32, Shape.of(1200, 784)));
        assertThat(large.inventory()).isEqualTo("""
                        layers.0.weight  [2, 3]                 6
                        layers.0.bias    [3]                    3
                        out.weight       [1200, 784]      940,800
                        total                             940,809
                        """);
        assertThat(two).hasToString("{layers.0.weight=[2, 3], layers.0.bias=[3]}");
        assertThat(Parameters.empty().inventory()).isEqualTo("total              0\n");
    }

    @Test
    void partsAreFoundByPathAndPutBack() {
        Parameters part = two.at("layers.0");
        assertThat(part.names()).containsExactly("weight", "bias");
        assertThat(part.under("layers.0").names()).isEqualTo(two.names());
        assertThat(two.at("layers").names()).containsExactly("0.weight", "0.bias");
        assertThat(two.at("layer").names()).isEmpty();
        assertThat(part.and(two).names()).containsExactly("weight", "bias", "layers.0.weight", "layers.0.bias");
        assertThatThrownBy(() -> two.and(two)).hasMessage("Two parameters are named \"layers.0.weight\"");
    }

    @Test
    void gradientsTakeTheSameForm() {
        Parameters tracked = two.tracked();
        Tensor loss = tracked.get("layers.0.weight")
                .times(tracked.get("layers.0.bias"))
                .sum();
        Parameters gradients = tracked.withValues(Gradients.of(loss, tracked.list()));
        assertThat(gradients.names()).isEqualTo(two.names());
        assertThat(gradients.get("layers.0.bias").toFloats()).containsExactly(5, 7, 9);
        assertThat(gradients.get("layers.0.weight").toFloats()).containsExactly(7, 8, 9, 7, 8, 9);
        assertThat(two.list()).noneMatch(Tensor::isTracked);
        assertThat(tracked.detach().list()).noneMatch(Tensor::isTracked);
        assertThat(two.zip(gradients, Tensor::minus).get("layers.0.bias").toFloats())
                .containsExactly(2, 1, 0);
    }

    @Test
    void unknownNamesAreAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> two.get("bias"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no parameter \"bias\"; there are [layers.0.weight, layers.0.bias]");
        assertThatThrownBy(() -> two.zip(two.at("layers.0"), Tensor::plus)).hasMessageContaining("different names");
        assertThatThrownBy(() -> two.withValues(List.of())).hasMessageStartingWith("0 tensors were given for the 2");
        assertThatThrownBy(() -> two.with("a..b", Tensor.scalar(DType.FLOAT32, 1)))
                .hasMessageContaining("a..b");
    }

    @Test
    void buffersAreUpdatedOnlyWithTheSameForm() {
        Buffers buffers = Buffers.empty()
                .with("mean", Tensor.of(Shape.of(2), 1f, 2f))
                .with("count", Tensor.scalar(DType.FLOAT32, 0));
        Buffers next = buffers.updated(Map.of("mean", Tensor.of(Shape.of(2), 3f, 4f)));
        assertThat(next.names()).containsExactly("mean", "count");
        assertThat(next.get("mean").toFloats()).containsExactly(3, 4);
        assertThat(buffers.get("mean").toFloats()).containsExactly(1, 2);
        assertThatThrownBy(() -> buffers.updated(Map.of("mean", Tensor.scalar(DType.FLOAT32, 1))))
                .hasMessage("The buffer \"mean\" is a [2] of FLOAT32; it cannot become a [] of FLOAT32");
        assertThatThrownBy(() -> buffers.updated(Map.of("variance", Tensor.scalar(DType.FLOAT32, 1))))
                .hasMessage("There is no buffer \"variance\"; there are [mean, count]");
    }
}
