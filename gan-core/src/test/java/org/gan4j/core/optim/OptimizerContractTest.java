package org.gan4j.core.optim;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gan4j.core.memory.DType;
import org.gan4j.core.nn.Parameters;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every optimizer. */
class OptimizerContractTest {
    static Collection<Map.Entry<String, Optimizer>> cases() {
        return OptimizerCases.all().entrySet();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void minimisesRosenbrock(Map.Entry<String, Optimizer> entry) {
        Optimizer optimizer = entry.getValue();
        Parameters p = Parameters.empty()
                .with("p", Tensor.of(Shape.of(1, 2), -1.2, 1.0).persistent());
        OptimizerState state = optimizer.init(p);
        double x = -1.2;
        double y = 1;
        for (int i = 0; i < 12_000; i++) {
            double slope = y - x * x;
            Tensor gradient = Tensor.of(Shape.of(1, 2), -2 * (1 - x) - 400 * x * slope, 200 * slope);
            state = optimizer.stepInPlace(p, Parameters.empty().with("p", gradient), state);
            x = p.get("p").at(0, 0);
            y = p.get("p").at(0, 1);
        }
        double value = (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
        assertThat(value).as("at %s, %s", x, y).isLessThan(1e-3);
        assertThat(state.steps()).isEqualTo(12_000);
    }

    /** The twin in place does the same operations in the same order, so that not one bit differs. */
    @ParameterizedTest
    @MethodSource("cases")
    void theTwinInPlaceEqualsThePureStepBitForBit(Map.Entry<String, Optimizer> entry) {
        for (DType type : DType.values()) {
            Optimizer optimizer = entry.getValue();
            RandomStream random = RandomStream.of(11).split(type.name());
            Parameters pure = parameters(type, random.split("p"), 0.5);
            Parameters inPlace = pure.persistent();
            OptimizerState pureState = optimizer.init(pure);
            OptimizerState state = optimizer.init(inPlace);
            for (int i = 0; i < 5; i++) {
                Parameters gradients = parameters(type, random.split("g").split(i), 2);
                OptimizerStep step = optimizer.step(pure, gradients, pureState);
                pure = step.parameters();
                pureState = step.state();
                state = optimizer.stepInPlace(inPlace, gradients, state);
            }
            assertSame(pure.asMap(), inPlace.asMap());
            assertSame(pureState.tensors(), state.tensors());
            assertThat(state.steps()).isEqualTo(pureState.steps()).isEqualTo(5);
        }
    }

    /** The gradient of the loss after a step, with respect to the parameters before it, through the step's own gradient. */
    @ParameterizedTest
    @MethodSource("cases")
    void theStepCanBeDifferentiated(Map.Entry<String, Optimizer> entry) {
        Optimizer optimizer = entry.getValue();
        Tensor start = Tensor.of(Shape.of(2, 3), 0.7, -0.4, 0.9, 0.3, -1.1, 0.6);
        Parameters warm = named(start.times(0.8));
        OptimizerState state = optimizer.step(warm, warm, optimizer.init(warm)).state();
        Function<List<Tensor>, Tensor> afterStep = at -> {
            Tensor p = at.get(0).tracked();
            List<Tensor> gradient = Gradients.differentiable(loss(p), List.of(p));
            Parameters next =
                    optimizer.step(named(p), named(gradient.get(0)), state).parameters();
            return loss(next.get("p"));
        };
        GradientCheck.check(1, afterStep, start);
    }

    /** A parameter that has only had gradients of 0 must not turn the derivative of a step into NaN. */
    @ParameterizedTest
    @MethodSource("cases")
    void aGradientOfZeroLeavesTheDerivativeFinite(Map.Entry<String, Optimizer> entry) {
        Optimizer optimizer = entry.getValue();
        Tensor p = Tensor.of(Shape.of(1, 3), 0.7, 0.0, -0.4).tracked();
        Tensor gradient = p.square().times(p);
        OptimizerState state = optimizer.init(named(p.detach()));
        Parameters next = optimizer.step(named(p), named(gradient), state).parameters();
        Tensor derivative = Gradients.of(next.get("p").sum(), List.of(p)).get(0);
        assertThat(derivative.allFinite()).isTrue();
        assertThat(next.get("p").at(0, 1)).isZero();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStateGoesThroughItsTensorsAndBack(Map.Entry<String, Optimizer> entry) {
        Optimizer optimizer = entry.getValue();
        Parameters p = parameters(DType.FLOAT32, RandomStream.of(3), 1);
        OptimizerState state =
                optimizer.step(p, p.map(Tensor::exp), optimizer.init(p)).state();
        OptimizerState back = OptimizerState.of(state.steps(), new LinkedHashMap<>(state.tensors()));
        assertThat(back.steps()).isEqualTo(1);
        assertThat(back.tensors().keySet())
                .containsExactlyElementsOf(state.tensors().keySet());
        Parameters gradients = p.map(Tensor::tanh);
        assertSame(
                optimizer.step(p, gradients, back).parameters().asMap(),
                optimizer.step(p, gradients, state).parameters().asMap());
    }

    @Test
    void aStateOfAnotherOptimizerIsRefused() {
        Parameters p = named(Tensor.of(Shape.of(2), 1.0, 2.0));
        OptimizerState state = Sgd.DEFAULTS.init(p);
        assertThatThrownBy(() -> Adam.GAN_DEFAULTS.step(p, p, state))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The optimizer's state has no \"first\"; it has []. It was made by an optimizer with other settings");
        assertThatThrownBy(() -> OptimizerState.of(1, Map.of("velocity", p.get("p"))))
                .hasMessageContaining("an example is velocity/layers.0.weight");
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        List<Function<Double, Object>> makers = new ArrayList<>();
        makers.add(Sgd::of);
        makers.add(value -> new Sgd(Schedule.constant(1), Schedule.constant(value), Sgd.Form.NESTEROV));
        makers.add(value -> new RmsProp(Schedule.constant(1), value, 1, RmsProp.Placement.INSIDE, false));
        makers.add(value -> new RmsProp(Schedule.constant(1), 0.9, value, RmsProp.Placement.INSIDE, false));
        makers.add(value -> new Adam(Schedule.constant(1), value, 0.9, 1, Adam.Placement.ROOT, false));
        makers.add(value -> new Adam(Schedule.constant(1), 0.9, value, 1, Adam.Placement.ROOT, false));
        makers.add(value -> new Adam(Schedule.constant(1), 0.9, 0.9, value, Adam.Placement.ROOT, false));
        makers.add(value -> new ClippedWeights(Sgd.DEFAULTS, value));
        makers.add(value -> new ClippedGradient(Sgd.DEFAULTS, value));
        makers.add(value -> new MaxColumnNorm(Sgd.DEFAULTS, value));
        makers.add(value -> new WeightDecay(Sgd.DEFAULTS, Schedule.constant(value), WeightDecay.Form.L2));
        for (Function<Double, Object> maker : makers) {
            for (double value : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThatThrownBy(() -> maker.apply(value))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageMatching("[a-z0-9A-Z]+ must be .*");
            }
        }
        assertThatThrownBy(() -> Sgd.of(-1)).hasMessage("rate must be a finite number of at least 0, but is -1.0");
    }

    /** In float32 the difference of two running means can fall below 0. */
    @Test
    void aCentredVarianceIsClampedAtZero() {
        RmsProp optimizer = new RmsProp(Schedule.constant(0.1), 0.9, 1e-10, RmsProp.Placement.OUTSIDE, true);
        Parameters p = parameters(DType.FLOAT32, RandomStream.of(8), 1);
        Parameters gradients = parameters(DType.FLOAT32, RandomStream.of(9), 100);
        OptimizerState state = optimizer.init(p);
        for (int i = 0; i < 400; i++) {
            OptimizerStep step = optimizer.step(p, gradients, state);
            p = step.parameters();
            state = step.state();
        }
        Parameters mean = state.get("mean");
        Parameters variance = state.get("square").zip(mean, (s, m) -> s.minus(m.square()));
        assertThat(variance.get("weight").lessThan(0).sum().item()).isPositive();
        assertThat(p.list()).allMatch(Tensor::allFinite);
    }

    private static Tensor loss(Tensor p) {
        Tensor weights = Tensor.of(Shape.of(3), 1.0, 2.0, 0.5);
        return p.square()
                .times(p.square())
                .times(weights)
                .sum()
                .plus(p.times(weights).exp().mean());
    }

    private static Parameters named(Tensor p) {
        return Parameters.empty().with("p", p);
    }

    private static Parameters parameters(DType type, RandomStream random, double sd) {
        return Parameters.empty()
                .with("weight", random.split("weight").normal(type, Shape.of(37, 53), 0, sd))
                .with("bias", random.split("bias").normal(type, Shape.of(53), 0, sd));
    }

    private static void assertSame(Map<String, Tensor> left, Map<String, Tensor> right) {
        assertThat(left.keySet()).containsExactlyElementsOf(right.keySet());
        left.forEach((name, tensor) -> assertThat(tensor.toDoubles())
                .as(name)
                .containsExactly(requireNonNull(right.get(name)).toDoubles()));
    }
}
