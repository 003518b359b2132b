package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {
    @Test
    void gradientPenaltyThroughATanhNetworkMatchesDifferences() {
        Tensor x = GradientCheck.random(Shape.of(3, 2), 1);
        Tensor first = GradientCheck.random(Shape.of(2, 4), 2);
        Tensor bias = GradientCheck.random(Shape.of(4), 3);
        Tensor second = GradientCheck.random(Shape.of(4, 1), 4);
        GradientCheck.check(
                2,
                p -> {
                    Tensor input = x.tracked();
                    Tensor score = input.affine(p.get(0), p.get(1)).tanh().matmul(p.get(2));
                    Tensor slope = Gradients.differentiable(score.sum(), List.of(input))
                            .get(0);
                    return slope.norm(1).minus(1).square().mean();
                },
                first,
                bias,
                second);
    }

    @Test
    void aDeepGraphDoesNotOverflowTheStack() {
        Tensor x =
                Tensor.scalar(org.gan4j.core.tensor.kernel.DType.FLOAT64, 0.5).tracked();
        try (Scope scope = Scope.open()) {
            Tensor y = x;
            for (int i = 0; i < 200_000; i++) {
                y = y.plus(1);
            }
            assertThat(Gradients.of(y, List.of(x)).get(0).item()).isEqualTo(1);
            assertThat(Gradients.differentiable(y.square(), List.of(x)).get(0).item())
                    .isEqualTo(400_001);
        }
    }
}
