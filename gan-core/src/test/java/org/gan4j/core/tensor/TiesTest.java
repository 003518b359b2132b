package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.Test;

/** Gradients where a function has a kink or operands are equal. */
class TiesTest {
    private final Tensor x = Tensor.of(Shape.of(3), -1.0, 0, 2);

    private static double[] gradient(UnaryOperator<Tensor> f, Tensor at) {
        Tensor leaf = at.tracked();
        return Gradients.of(f.apply(leaf).sum(), List.of(leaf)).get(0).toDoubles();
    }

    @Test
    void kinksAtZero() {
        assertThat(gradient(Tensor::relu, x)).containsExactly(0, 0, 1);
        assertThat(gradient(Tensor::abs, x)).containsExactly(-1, 0, 1);
        assertThat(gradient(t -> t.leakyRelu(0.25), x)).containsExactly(0.25, 0.25, 1);
        assertThat(gradient(t -> t.elu(0.5), x)).containsExactly(0.5 * Math.exp(-1), 0.5, 1);
        assertThat(gradient(t -> t.maximum(0), x)).containsExactly(0, 0, 1);
        assertThat(gradient(t -> t.minimum(0), x)).containsExactly(1, 0, 0);
        assertThat(gradient(t -> t.clip(0, 1), x)).containsExactly(0, 1, 0);
    }

    @Test
    void equalOperandsOfMaximumAndMinimumShare() {
        Tensor y = Tensor.of(Shape.of(3), -2.0, 0, 3);
        assertThat(gradient(t -> t.maximum(y), x)).containsExactly(1, 0.5, 0);
        assertThat(gradient(t -> y.maximum(t), x)).containsExactly(1, 0.5, 0);
        assertThat(gradient(t -> t.minimum(y), x)).containsExactly(0, 0.5, 1);
        assertThat(gradient(t -> y.minimum(t), x)).containsExactly(0, 0.5, 1);
    }

    @Test
    void equalMaximaShareEvenly() {
        Tensor table = Tensor.of(Shape.of(2, 3), 5.0, 1, 5, 2, 4, 3);
        assertThat(gradient(Tensor::max, table)).containsExactly(0.5, 0, 0.5, 0, 0, 0);
        assertThat(gradient(t -> t.max(1), table)).containsExactly(0.5, 0, 0.5, 0, 1, 0);
    }

    @Test
    void aTieOfMaxoutGoesToTheFirstPiece() {
        Tensor pieces = Tensor.of(Shape.of(1, 6), 5.0, 1, 5, 2, 4, 4);
        assertThat(pieces.maxout(3).toDoubles()).containsExactly(5, 4);
        assertThat(gradient(t -> t.maxout(3), pieces)).containsExactly(1, 0, 0, 0, 1, 0);
    }

    @Test
    void extremeScoresHaveFiniteValuesAndGradients() {
        Tensor scores = Tensor.of(Shape.of(4), -1e30f, -90f, 90f, 1e30f);
        assertThat(scores.softplus().toFloats()[0]).isZero();
        assertThat(scores.softplus().toFloats()[3]).isEqualTo(1e30f);
        assertThat(scores.sigmoid().allFinite()).isTrue();
        assertThat(gradient(Tensor::softplus, scores)[0]).isZero();
        assertThat(gradient(Tensor::softplus, scores)[3]).isEqualTo(1);
        assertThat(gradient(Tensor::tanh, scores)).containsExactly(0, 0, 0, 0);
        Tensor logits = Tensor.of(DType.FLOAT64, Shape.of(3), 1000, 0, -1000);
        assertThat(logits.logSumExp().item()).isEqualTo(1000);
        assertThat(logits.softmax(0).toDoubles()).containsExactly(1, 0, 0);
        assertThat(gradient(Tensor::logSumExp, logits)).containsExactly(1, 0, 0);
    }

    @Test
    void powersKeepFiniteDerivativesAtZero() {
        Tensor leaf = Tensor.of(Shape.of(2), 0.0, 3).tracked();
        Tensor slope =
                Gradients.differentiable(leaf.power(2).sum(), List.of(leaf)).get(0);
        Tensor curvature = Gradients.differentiable(slope.sum(), List.of(leaf)).get(0);
        assertThat(curvature.toDoubles()).containsExactly(2, 2);
        assertThat(Gradients.of(curvature.sum(), List.of(leaf)).get(0).toDoubles())
                .containsExactly(0, 0);
        assertThat(leaf.power(0).isTracked()).isFalse();
    }

    @Test
    void whereStopsWhatItDoesNotChoose() {
        Tensor bad = Tensor.of(Shape.of(2), 0.0, 4);
        assertThat(gradient(t -> Tensor.where(t.greaterThan(0), t.log(), t), bad)[1])
                .isEqualTo(0.25);
        assertThat(Tensor.where(bad.greaterThan(0), bad.log(), bad).toDoubles()).containsExactly(0, Math.log(4));
    }
}
