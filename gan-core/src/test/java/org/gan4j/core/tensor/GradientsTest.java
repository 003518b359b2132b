package org.gan4j.core.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.gan4j.core.memory.DType;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Tensor x = Tensor.of(Shape.of(2, 3), 1.0, -2, 3, 0.5, 4, -1);
    private final Tensor w = Tensor.of(Shape.of(3, 2), 0.3, -0.1, 0.7, 0.2, -0.4, 0.9);

    @Test
    void gradientPenaltyThroughATanhNetworkMatchesDifferences() {
        Tensor samples = GradientCheck.random(Shape.of(3, 2), 1);
        GradientCheck.check(
                2,
                p -> {
                    Tensor input = samples.tracked();
                    Tensor score = input.affine(p.get(0), p.get(1)).tanh().matmul(p.get(2));
                    Tensor slope = Gradients.differentiable(score.sum(), List.of(input))
                            .get(0);
                    return slope.norm(1).minus(1).square().mean();
                },
                GradientCheck.random(Shape.of(2, 4), 2),
                GradientCheck.random(Shape.of(4), 3),
                GradientCheck.random(Shape.of(4, 1), 4));
    }

    @Test
    void aWrongDerivativeIsReportedWithBothValues() {
        assertThatThrownBy(() -> GradientCheck.check(
                        1, p -> p.get(0).detach().times(p.get(0)).sum(), x))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("order 1: analytic: ")
                .hasMessageContaining(" numeric: ");
        assertThatThrownBy(() -> GradientCheck.check(
                        2,
                        p -> p.get(0)
                                .power(3)
                                .plus(p.get(0)
                                        .detach()
                                        .square()
                                        .times(p.get(0).minus(p.get(0).detach())))
                                .sum(),
                        x))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("analytic");
    }

    @Test
    void aDeepGraphDoesNotOverflowTheStack() {
        Tensor leaf = Tensor.scalar(DType.FLOAT64, 0.5).tracked();
        try (Scope scope = Scope.open()) {
            Tensor y = leaf;
            for (int i = 0; i < 200_000; i++) {
                y = y.plus(1);
            }
            assertThat(Gradients.of(y, List.of(leaf)).get(0).item()).isEqualTo(1);
            Tensor again = Gradients.differentiable(y.square(), List.of(leaf)).get(0);
            assertThat(again.item()).isEqualTo(400_001);
            assertThat(Gradients.of(again, List.of(leaf)).get(0).item()).isEqualTo(2);
        }
    }

    @Test
    void aTensorUsedTwiceCollectsBothParts() {
        Tensor leaf = x.tracked();
        Tensor gradient = Gradients.of(leaf.times(leaf).plus(leaf.times(3)).sum(), List.of(leaf))
                .get(0);
        assertThat(gradient.toDoubles()).containsExactly(5, -1, 9, 4, 11, 1);
    }

    @Test
    void manyUsesOfTensorsGiveTheSumOfTheGradientsOfEach() {
        Tensor a = Tensor.of(Shape.of(2, 2), 0.3, -1.2, 2, 0.7);
        Tensor b = Tensor.of(Shape.of(2, 2), 1.1, 0.4, -0.6, 5);
        List<BinaryOperator<Tensor>> uses = List.of(
                (m, h) -> m.plus(h),
                (m, h) -> m.reshape(4).reshape(2, 2).times(b),
                (m, h) -> b.matmul(m),
                (m, h) -> m.matmul(h),
                (m, h) -> h.matmul(m, true, false).plus(m),
                (m, h) -> b.matmul(m, false, true),
                (m, h) -> h.matmul(b, true, true).plus(h.sum(0)),
                (m, h) -> m.sum(1).plus(h));
        double[] leaf = new double[4];
        double[] middle = new double[4];
        for (BinaryOperator<Tensor> use : uses) {
            List<Tensor> parts = gradientsOf(a, b, List.of(use));
            for (int i = 0; i < 4; i++) {
                leaf[i] += parts.get(0).toDoubles()[i];
                middle[i] += parts.get(1).toDoubles()[i];
            }
        }
        List<Tensor> together = gradientsOf(a, b, uses);
        assertThat(together.get(0).toDoubles()).containsExactly(leaf, within(1e-12));
        assertThat(together.get(1).toDoubles()).containsExactly(middle, within(1e-12));
    }

    /** The gradients of weighted sums of functions of m = a and h = 2 m^2 with respect to both. */
    private static List<Tensor> gradientsOf(Tensor a, Tensor b, List<BinaryOperator<Tensor>> uses) {
        Tensor m = a.tracked();
        Tensor h = m.square().times(2);
        Tensor total = Tensor.scalar(DType.FLOAT64, 0);
        for (BinaryOperator<Tensor> use : uses) {
            total = total.plus(use.apply(m, h).times(b).sum());
        }
        return Gradients.of(total, List.of(m, h));
    }

    @Test
    void gradientsHaveTheShapesAndTheOrderAskedFor() {
        Tensor first = x.tracked();
        Tensor second = w.tracked();
        Tensor loss = first.matmul(second).sum();
        List<Tensor> gradients = Gradients.of(loss, List.of(second, first));
        assertThat(gradients).hasSize(2);
        assertThat(gradients.get(0).toDoubles()).containsExactly(1.5, 1.5, 2, 2, 2, 2);
        assertThat(gradients.get(1).toDoubles())
                .containsExactly(new double[] {0.2, 0.9, 0.5, 0.2, 0.9, 0.5}, within(1e-15));
        assertThat(gradients.get(1).shape()).isEqualTo(Shape.of(2, 3));
    }

    @Test
    void plainGradientsAreNotTrackedAndDifferentiableOnesAre() {
        Tensor leaf = x.tracked();
        Tensor loss = leaf.square().sum();
        assertThat(Gradients.of(loss, List.of(leaf)).get(0).isTracked()).isFalse();
        assertThat(Gradients.differentiable(loss, List.of(leaf)).get(0).isTracked())
                .isTrue();
    }

    @Test
    void nothingIsRecordedWithoutATrackedOperand() {
        assertThat(x.times(2).exp().matmul(w).isTracked()).isFalse();
        assertThat(x.tracked().detach().times(2).isTracked()).isFalse();
        assertThat(x.tracked().times(2).isTracked()).isTrue();
    }

    @Test
    void aScalarGivesZerosForATensorItDoesNotDependOn() {
        Tensor leaf = x.tracked();
        Tensor other = w.tracked();
        List<Tensor> gradients = Gradients.of(leaf.sum(), List.of(other, leaf));
        assertThat(gradients.get(0).toDoubles()).containsExactly(0, 0, 0, 0, 0, 0);
        assertThat(gradients.get(0).shape()).isEqualTo(Shape.of(3, 2));
        assertThat(gradients.get(1).toDoubles()).containsOnly(1);
        assertThat(Gradients.of(x.sum(), List.of(leaf)).get(0).toDoubles()).containsOnly(0);
    }

    @Test
    void onlyRulesThatLeadToATensorAskedForAreCalled() {
        Tensor generator = x.tracked();
        Tensor discriminator = w.tracked();
        int[] calls = new int[2];
        Tensor sample = counted(generator, calls, 0);
        Tensor loss = sample.matmul(counted(discriminator, calls, 1)).sum();
        Gradients.of(loss, List.of(discriminator));
        assertThat(calls).containsExactly(0, 1);
        Gradients.of(loss, List.of(generator));
        assertThat(calls).containsExactly(1, 1);
        Gradients.of(loss, List.of(generator, discriminator));
        assertThat(calls).containsExactly(2, 2);
    }

    private static Tensor counted(Tensor x, int[] calls, int which) {
        return x.view(x.shape()).recording(x, (g, saved) -> {
            calls[which]++;
            return g;
        });
    }

    @Test
    void pruningDoesNotDetachWhatAGradientIsDifferentiatedThrough() {
        Tensor leaf = x.tracked();
        Tensor factor = Tensor.scalar(DType.FLOAT64, 3).tracked();
        Tensor slope = Gradients.differentiable(leaf.square().times(factor).sum(), List.of(leaf))
                .get(0);
        Tensor gradient = Gradients.of(slope.sum(), List.of(factor)).get(0);
        assertThat(gradient.item()).isEqualTo(2 * 5.5);
    }

    @Test
    void anIntermediateTensorCanBeAskedFor() {
        Tensor leaf = x.tracked();
        Tensor middle = leaf.times(2);
        List<Tensor> gradients = Gradients.of(middle.square().sum(), List.of(middle, leaf));
        assertThat(gradients.get(0).toDoubles()).containsExactly(4, -8, 12, 2, 16, -4);
        assertThat(gradients.get(1).toDoubles()).containsExactly(8, -16, 24, 4, 32, -8);
    }

    @Test
    void theRecordHoldsOnlyWhatItsRulesNeed() {
        Tensor leaf = x.tracked();
        GraphNode.Edge sum =
                Objects.requireNonNull(Objects.requireNonNull(leaf.plus(x).node()).edges);
        assertThat(sum.saved).isEmpty();
        assertThat(sum.next).isNull();
        GraphNode.Edge product = Objects.requireNonNull(
                Objects.requireNonNull(leaf.times(w.transpose()).node()).edges);
        assertThat(product.saved).hasSize(1);
        assertThat(product.next).isNull();
    }

    @Test
    void normsHaveZeroGradientsOfEveryOrderAtZero() {
        Tensor zero = Tensor.of(Shape.of(2, 2), 0.0, 0, 3, 4).tracked();
        Tensor slope =
                Gradients.differentiable(zero.norm(1).sum(), List.of(zero)).get(0);
        assertThat(slope.toDoubles()).containsExactly(new double[] {0, 0, 0.6, 0.8}, within(1e-15));
        Tensor curvature = Gradients.differentiable(slope.square().sum().plus(slope.sum()), List.of(zero))
                .get(0);
        assertThat(curvature.allFinite()).isTrue();
        assertThat(curvature.at(0, 0)).isZero();
        assertThat(Gradients.of(curvature.square().sum(), List.of(zero)).get(0).allFinite())
                .isTrue();
        Tensor all = Tensor.zeros(DType.FLOAT32, Shape.of(3)).tracked();
        assertThat(Gradients.of(all.norm(), List.of(all)).get(0).toFloats()).containsOnly(0);
    }

    /** e^-30 = 9.35762e-14, far below the rounding error of e^-30 - 1. */
    @Test
    void theGradientOfExpm1IsNotLostWhereItsValueRoundsToMinusOne() {
        Tensor deep = Tensor.of(DType.FLOAT32, Shape.of(1), -30).tracked();
        double gradient = Gradients.of(deep.expm1().sum(), List.of(deep)).get(0).at(0);
        assertThat(gradient).isCloseTo(9.35762e-14, within(1e-18));
    }

    @Test
    void gradientsReturnThroughAConversion() {
        Tensor leaf = Tensor.of(Shape.of(2), 1.5f, -2f).tracked();
        Tensor loss = leaf.to(DType.FLOAT64).square().sum();
        assertThat(loss.dtype()).isEqualTo(DType.FLOAT64);
        Tensor gradient = Gradients.of(loss, List.of(leaf)).get(0);
        assertThat(gradient.dtype()).isEqualTo(DType.FLOAT32);
        assertThat(gradient.toFloats()).containsExactly(3, -4);
    }

    @Test
    void aScalarIsNeeded() {
        Tensor leaf = x.tracked();
        assertThatThrownBy(() -> Gradients.of(leaf.times(2), List.of(leaf)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gradients are taken of a scalar, but this tensor has shape [2, 3];"
                        + " reduce it with sum() or mean() first");
    }

    @Test
    void anUntrackedTensorIsRefused() {
        Tensor leaf = x.tracked();
        assertThatThrownBy(() -> Gradients.of(leaf.sum(), List.of(leaf, x)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Tensor 2 of the 2 that gradients are asked for, of shape [2, 3], is not tracked;"
                        + " compute the scalar from tensor.tracked() and ask for that");
    }

    @Test
    void aRuleThatReturnsAnotherShapeIsRefused() {
        Tensor leaf = x.tracked();
        Tensor wrong = x.view(x.shape()).recording(leaf, (g, saved) -> g.transpose());
        assertThatThrownBy(() -> Gradients.of(wrong.sum(), List.of(leaf)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A derivative rule returned a gradient of shape [3, 2] for an argument of shape [2, 3],"
                        + " which does not broadcast to it");
    }
}
