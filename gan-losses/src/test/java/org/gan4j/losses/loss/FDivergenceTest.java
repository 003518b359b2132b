package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.losses.contract.Deviations;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossChecks;
import org.gan4j.losses.loss.FDivergenceLoss.Form;
import org.gan4j.losses.loss.FDivergenceLoss.GeneratorSide;
import org.gan4j.losses.loss.divergence.AlphaDivergence;
import org.gan4j.losses.loss.divergence.FDivergence;
import org.gan4j.losses.loss.divergence.Jeffrey;
import org.gan4j.losses.loss.divergence.KullbackLeibler;
import org.gan4j.losses.loss.divergence.TotalVariation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FDivergenceTest {
    private static final double[] SCORES = {-6, -2.5, -0.3, 1e-4, 0.7, 1.9, 5.5};

    /** The divergence of le Cam, sum (p - q)^2 / (p + q), by f and f' alone. */
    record LeCam() implements FDivergence {
        @Override
        public Tensor f(Tensor ratio) {
            return ratio.minus(1).square().dividedBy(ratio.plus(1));
        }

        @Override
        public Tensor derivative(Tensor ratio) {
            return ratio.plus(1).square().reciprocal().times(-4).plus(1);
        }
    }

    /**
     * By hand: at u = 3, f = 1, f' = 3/4 and u f' - f = 5/4; at u = 1/3, f = 1/3, f' = -5/4 and u f' - f = -3/4. What is not
     * asked of u f' - f is that its terms do not cancel in float32.
     */
    @TestFactory
    Stream<DynamicTest> aDivergenceOfOnesOwnNeedsOnlyFAndItsDerivative() {
        double log3 = Math.log(3);
        LossCase leCam = LossCase.of("le Cam", FDivergenceLoss.of(new LeCam()))
                .golden(new double[] {log3}, new double[] {log3, -log3}, -0.75 + 0.25, -0.25)
                .golden(new double[] {-log3, log3}, new double[] {-log3}, 0.25 - 0.75, 0.75)
                .optimum(ClosedForms::logDensityRatio)
                .value(world -> -ClosedForms.triangle(world));
        return LossChecks.ALL.stream()
                .filter(check -> !check.equals(LossChecks.ROUNDING))
                .map(check ->
                        DynamicTest.dynamicTest(check.name(), () -> check.body().check(leCam, new Deviations())));
    }

    static List<FDivergence> divergences() {
        List<FDivergence> all = new ArrayList<>();
        ExpectedDivergences.rows().forEach(row -> all.add(row.divergence()));
        all.add(new TotalVariation());
        return all;
    }

    @ParameterizedTest
    @MethodSource("divergences")
    void theSimplerFormIsWhatFAndItsDerivativeGive(FDivergence divergence) {
        FDivergence plain = new FDivergence() {
            @Override
            public Tensor f(Tensor ratio) {
                return divergence.f(ratio);
            }

            @Override
            public Tensor derivative(Tensor ratio) {
                return divergence.derivative(ratio);
            }
        };
        Tensor scores = column(SCORES);
        same(divergence.variational(scores), plain.variational(scores));
        same(divergence.conjugate(scores), plain.conjugate(scores));
    }

    /** Central differences of f against f'. */
    @ParameterizedTest
    @MethodSource("divergences")
    void theDerivativeIsThatOfF(FDivergence divergence) {
        Tensor ratio = column(0.05, 0.4, 0.99, 1.7, 12);
        double step = 1e-6;
        Tensor slope = divergence
                .f(ratio.plus(step))
                .minus(divergence.f(ratio.minus(step)))
                .dividedBy(2 * step);
        double[] expected = slope.toDoubles();
        double[] actual = divergence.derivative(ratio).toDoubles();
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-7 * Math.max(1, Math.abs(expected[i]))));
        }
    }

    @Test
    void aFormThatADivergenceHasNotIsRefusedWithTheOneItHas() {
        assertThatThrownBy(() -> new FDivergenceLoss(new Jeffrey(), Form.NOWOZIN, GeneratorSide.SATURATING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("form nowozin is not known for jeffrey")
                .hasMessageEndingWith("use form: density-ratio");
        assertThatThrownBy(() -> new FDivergenceLoss(new AlphaDivergence(0.76), Form.NOWOZIN, GeneratorSide.SATURATING))
                .hasMessageStartingWith("form nowozin is not known for alpha-divergence");
        assertThatThrownBy(() -> FDivergenceLoss.of(new TotalVariation()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("form density-ratio passes no gradient for total-variation")
                .hasMessageEndingWith("use form: nowozin");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3.01, 4.01, Double.NaN, Double.NEGATIVE_INFINITY})
    void anAlphaThatOverflowsAtOrdinaryScoresIsRefused(double alpha) {
        assertThatThrownBy(() -> new AlphaDivergence(alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("alpha must be from -3 to 4")
                .hasMessageEndingWith("but is " + alpha);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1})
    void theLimitsOfTheAlphaFamilyHaveNamesOfTheirOwn(double alpha) {
        assertThatThrownBy(() -> new AlphaDivergence(alpha))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("reverse-kl (0) and kl (1)");
    }

    /** 80 / max(|alpha|, |alpha - 1|); in the other form 80 (1 - alpha), 80, or where the power reaches e^80. */
    @Test
    void theRangeOfScoresOfTheAlphaFamilyIsWhereItsExponentsReachEighty() {
        assertThat(new AlphaDivergence(0.7).finiteUpTo()).isEqualTo(80 / 0.7);
        assertThat(new AlphaDivergence(0.2).finiteUpTo()).isEqualTo(80 / 0.8);
        assertThat(new AlphaDivergence(-3).finiteUpTo()).isEqualTo(20);
        assertThat(new AlphaDivergence(4).finiteUpTo()).isEqualTo(20);
        assertThat(nowozinRange(0.7)).isCloseTo(24, within(1e-12));
        assertThat(nowozinRange(0.75)).isEqualTo(20);
        assertThat(nowozinRange(-1.5)).isEqualTo(80);
        assertThat(nowozinRange(1.05)).isCloseTo(20 * Math.expm1(80 / 21.0), within(1e-9));
        assertThat(nowozinRange(2.5)).isEqualTo(1e4);
    }

    private static double nowozinRange(double alpha) {
        return new AlphaDivergence(alpha).nowozinForm().orElseThrow().finiteUpTo();
    }

    @Test
    void reportsNameTheDivergenceAndWhateverIsNotTheDefault() {
        FDivergence kl = new KullbackLeibler();
        assertThat(FDivergenceLoss.of(kl).displayName()).isEqualTo("kl");
        assertThat(new FDivergenceLoss(kl, Form.NOWOZIN, GeneratorSide.ALTERNATIVE).displayName())
                .isEqualTo("kl-nowozin-alternative");
        assertThat(new FDivergenceLoss(new TotalVariation(), Form.NOWOZIN, GeneratorSide.SATURATING).displayName())
                .isEqualTo("total-variation");
    }

    private static Tensor column(double... values) {
        return Tensor.of(Shape.of(values.length, 1), values);
    }

    private static void same(Tensor actual, Tensor expected) {
        assertThat(actual.shape()).isEqualTo(Shape.of(SCORES.length, 1));
        for (int i = 0; i < SCORES.length; i++) {
            double value = expected.at(i, 0);
            assertThat(actual.at(i, 0)).isCloseTo(value, within(1e-11 * Math.max(1, Math.abs(value))));
        }
    }
}
