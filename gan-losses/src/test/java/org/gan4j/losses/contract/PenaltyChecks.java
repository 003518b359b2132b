package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.gan4j.core.gan.ScoreFunction;
import org.gan4j.core.memory.DType;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.tensor.GradientCheck;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** The checks of a {@link PenaltyContract}, in float64. */
final class PenaltyChecks {
    private final PenaltyCase row;

    private PenaltyChecks(PenaltyCase row) {
        this.row = row;
    }

    static Stream<DynamicTest> of(PenaltyCase row) {
        PenaltyChecks checks = new PenaltyChecks(row);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(checks.named("has golden values", checks::goldens));
        row.price().ifPresent(price -> {
            tests.add(checks.named("is exact on linear critics", () -> checks.linear(price)));
            tests.add(checks.named("is its formula at the points it asks for", () -> checks.formula(price)));
        });
        tests.add(checks.named("has derivatives of order two", checks::derivatives));
        tests.add(checks.named("is finite where the gradient is zero", checks::zeroGradient));
        tests.add(checks.named("tells real from fake", checks::sides));
        tests.add(checks.named("does not depend on the batch size", checks::duplicates));
        tests.add(checks.named("gives the same for the same stream", checks::streams));
        tests.add(checks.named("charges the critic only", checks::samplesAreConstants));
        return tests.stream();
    }

    private DynamicTest named(String what, Executable check) {
        return dynamicTest(row.name() + " " + what, check);
    }

    private Tensor value(ScoreFunction score, Tensor real, Tensor fake) {
        return row.penalty().of(score, real, fake, RandomStream.of(3).split("penalty"));
    }

    private void goldens() {
        assertThat(row.goldens()).as("golden values of %s", row.name()).isNotEmpty();
        ScoreFunction critic =
                Critic.QUADRATIC.with(Tensor.of(Shape.of(2), 2.0, -1.0), Tensor.of(Shape.of(2), 0.5, 1.0));
        for (PenaltyCase.Golden golden : row.goldens()) {
            Tensor value = value(critic, samples(golden.real()), samples(golden.fake()));
            assertThat(value.shape().rank()).isZero();
            assertThat(value.item()).isCloseTo(golden.value(), within(golden.tolerance()));
        }
    }

    /** Critics w . x with |w| on both sides of 1 and exactly 1, for all batch sizes and shapes. */
    private void linear(DoubleUnaryOperator price) {
        int[][] shapes = {{1, 784}, {3, 784}, {3, 28, 28, 1}, {4, 7, 16, 7}, {5, 1}, {2, 3}};
        for (int[] dims : shapes) {
            Tensor real = Critic.numbers(1, dims);
            Tensor fake = Critic.numbers(2, dims);
            Tensor direction = Critic.numbers(4, real.size() / dims[0], 1);
            for (double norm : new double[] {0.25, 1, 1.75, 3}) {
                Tensor w = direction.times(norm / direction.norm().item());
                double expected = price.applyAsDouble(norm);
                assertThat(value(Critic.LINEAR.with(w), real, fake).item())
                        .as("samples %s, |w| = %s", real.shape(), norm)
                        .isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
            }
        }
    }

    /** Mean over batches asked for of the mean over points of price(|a x + b|), in plain arithmetic. */
    private void formula(DoubleUnaryOperator price) {
        double[] a = {1.5, -0.5, 0.75};
        double[] b = {0.25, 0.5, -1};
        ScoreFunction critic = Critic.QUADRATIC.with(Tensor.of(Shape.of(3), a), Tensor.of(Shape.of(3), b));
        List<double[]> asked = new ArrayList<>();
        ScoreFunction watched = x -> {
            asked.add(x.toDoubles());
            return critic.apply(x);
        };
        double value =
                value(watched, Critic.numbers(5, 6, 3), Critic.numbers(6, 6, 3)).item();
        assertThat(asked).isNotEmpty();
        double sum = 0;
        for (double[] batch : asked) {
            for (int i = 0; i < batch.length; i += 3) {
                double square = 0;
                for (int j = 0; j < 3; j++) {
                    double slope = a[j] * batch[i + j] + b[j];
                    square += slope * slope;
                }
                sum += price.applyAsDouble(Math.sqrt(square)) * 3 / batch.length;
            }
        }
        double expected = sum / asked.size();
        assertThat(value).isCloseTo(expected, within(1e-12 * Math.max(1, expected)));
    }

    private void derivatives() {
        Tensor real = samples(Critic.numbers(7, 4, 3));
        Tensor fake = samples(Critic.numbers(8, 4, 3));
        GradientCheck.check(
                2, p -> value(Critic.QUADRATIC.with(p), real, fake), Critic.numbers(9, 3), Critic.numbers(10, 3));
        GradientCheck.check(
                2, p -> value(Critic.SMOOTH.with(p), real, fake), Critic.numbers(11, 3, 5), Critic.numbers(12, 5, 1));
    }

    /** A critic that is 0 everywhere, and one whose slope is 0 at some samples. */
    private void zeroGradient() {
        Tensor real = samples(Tensor.zeros(DType.FLOAT64, Shape.of(2, 3)));
        Tensor fake = samples(Tensor.of(Shape.of(2, 3), 0.0, 0, 0, 1, 2, 3));
        Tensor zero = Tensor.zeros(DType.FLOAT64, Shape.of(3));
        for (Tensor a : List.of(zero, Tensor.ones(DType.FLOAT64, Shape.of(3)))) {
            List<Tensor> leaves = List.of(a.tracked(), zero.tracked());
            Tensor value = value(Critic.QUADRATIC.with(leaves), real, fake);
            assertThat(value.item()).isFinite();
            List<Tensor> first = Gradients.differentiable(value, leaves);
            first.forEach(gradient -> assertThat(gradient.allFinite()).isTrue());
            Tensor along = first.get(0).sum().plus(first.get(1).sum());
            Gradients.of(along, leaves)
                    .forEach(gradient -> assertThat(gradient.allFinite()).isTrue());
        }
    }

    private void sides() {
        ScoreFunction critic = smooth();
        Tensor real = samples(Critic.numbers(13, 4, 3));
        Tensor fake = samples(Critic.numbers(14, 4, 3)).plus(0.5);
        double value = value(critic, real, fake).item();
        double otherReal = value(critic, real.plus(0.25), fake).item();
        double otherFake = value(critic, real, fake.plus(0.25)).item();
        assertThat(otherReal != value).as("real samples matter").isEqualTo(row.readsReal());
        assertThat(otherFake != value).as("fake samples matter").isEqualTo(row.readsFake());
    }

    /** Every sample twice; for a penalty that draws, the points differ, and linear critics have shown it. */
    private void duplicates() {
        ScoreFunction critic = smooth();
        Tensor real = samples(Critic.numbers(15, 4, 3));
        Tensor fake = samples(Critic.numbers(16, 4, 3));
        ScoreFunction twice = x -> Tensor.concatenate(0, x, x);
        double once = value(critic, real, fake).item();
        double doubled = value(critic, twice.apply(real), twice.apply(fake)).item();
        if (row.draws()) {
            assertThat(doubled).isPositive().isFinite();
        } else {
            assertThat(doubled).isCloseTo(once, within(1e-13 * Math.max(1, once)));
        }
    }

    private void streams() {
        ScoreFunction critic = smooth();
        Tensor real = samples(Critic.numbers(17, 4, 3));
        Tensor fake = samples(Critic.numbers(18, 4, 3));
        double once = value(critic, real, fake).item();
        assertThat(value(critic, real, fake).item()).isEqualTo(once);
        double other = row.penalty().of(critic, real, fake, RandomStream.of(4)).item();
        assertThat(other != once).as("draws").isEqualTo(row.draws());
    }

    /** Whether samples or parameters are tracked changes no value, and no gradient reaches samples. */
    private void samplesAreConstants() {
        Tensor w = Critic.numbers(11, 3, 5);
        Tensor v = Critic.numbers(12, 5, 1).times(4);
        Tensor real = samples(Critic.numbers(19, 4, 3));
        Tensor fake = samples(Critic.numbers(20, 4, 3));
        double plain = value(Critic.SMOOTH.with(w, v), real, fake).item();
        List<Tensor> leaves = List.of(real.tracked(), fake.tracked(), w.tracked(), v.tracked());
        Tensor tracked = value(Critic.SMOOTH.with(leaves.subList(2, 4)), leaves.get(0), leaves.get(1));
        assertThat(tracked.item()).isEqualTo(plain);
        List<Tensor> gradients = Gradients.of(tracked, leaves);
        assertThat(gradients.get(0).toDoubles()).containsOnly(0);
        assertThat(gradients.get(1).toDoubles()).containsOnly(0);
        assertThat(gradients.get(2).norm().item()).isPositive();
        assertThat(gradients.get(3).norm().item()).isPositive();
    }

    /** Returns rows [N, d] in the form that the penalty takes. */
    private Tensor samples(Tensor rows) {
        return row.images() ? rows.reshape(rows.shape().dim(0), 1, -1, 1) : rows;
    }

    /** A critic with slopes of some size. */
    private static ScoreFunction smooth() {
        return Critic.SMOOTH.with(
                Critic.numbers(11, 3, 5), Critic.numbers(12, 5, 1).times(4));
    }
}
