package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.finite.FiniteWorld;
import org.gan4j.core.gan.finite.InducedDivergence;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.losses.contract.World;
import org.gan4j.losses.loss.FDivergenceLoss.Form;
import org.gan4j.losses.loss.FDivergenceLoss.GeneratorSide;
import org.gan4j.losses.loss.divergence.AlphaDivergence;
import org.gan4j.losses.loss.divergence.FDivergence;
import org.gan4j.losses.loss.divergence.GanDivergence;
import org.gan4j.losses.loss.divergence.Jeffrey;
import org.gan4j.losses.loss.divergence.JensenShannon;
import org.gan4j.losses.loss.divergence.KullbackLeibler;
import org.gan4j.losses.loss.divergence.NeymanChiSquare;
import org.gan4j.losses.loss.divergence.PearsonChiSquare;
import org.gan4j.losses.loss.divergence.ReverseKullbackLeibler;
import org.gan4j.losses.loss.divergence.SquaredHellinger;
import org.gan4j.losses.loss.divergence.TotalVariation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What losses say that their generators minimise and follow, as text, beside the same formula in numbers, against V(q) and
 * F(q) computed from the code of the loss.
 */
class GeneratorFormulasTest {
    private static final String MIDDLE = ", m = (p + q) / 2";

    private static final double[] P = {0.5, 0.25, 0.2, 0.05};
    private static final double[] Q = {0.1, 0.3, 0.05, 0.55};
    private static final World WORLD = World.of(P, Q);

    /** A formula as a loss states it, and its value on WORLD. */
    record Formula(String text, ToDoubleFunction<World> value) {}

    static Stream<Arguments> losses() {
        List<Arguments> all = new ArrayList<>();
        Formula twiceJensenShannon = formula("2 JSD(p, q)", ClosedForms::twiceJensenShannon);
        Formula nonSaturating = formula("KL(q||p) - 2 JSD(p, q)", w -> reverse(w) - ClosedForms.twiceJensenShannon(w));
        all.add(arguments(new Minimax(), fakeMiddle("KL(q||m) - log 2", 1, -Math.log(2)), twiceJensenShannon));
        all.add(arguments(new NonSaturating(), reverseLessMiddle("log 2", Math.log(2)), nonSaturating));
        all.add(arguments(
                new LabelSmoothing(0.8), reverseLessMiddle("log(2 / alpha)", Math.log(2 / 0.8)), nonSaturating));
        all.add(arguments(
                new BoundarySeeking(),
                formula("sum q log(p/q)^2 / 2", w -> squaredLog(w) / 2),
                formula("sum q log(q/p)^2 / 2 - KL(q||p)", w -> squaredLog(w) / 2 - reverse(w))));
        all.add(arguments(
                new Hinge(),
                formula("sum q sign(q - p)", w -> w.sum((p, q) -> q * Math.signum(q - p))),
                formula("2 TV(p, q)", w -> 2 * ClosedForms.totalVariation(w))));
        all.add(arguments(
                new EnergyMargin(1.5, EnergyLink.SOFTPLUS),
                formula("margin * (sum of q where p < q)", w -> 1.5 * w.sum((p, q) -> p < q ? q : 0)),
                formula("margin * TV(p, q)", w -> 1.5 * ClosedForms.totalVariation(w))));
        all.add(leastSquares(-0.5, 1.25, 0.75));
        all.add(leastSquares(0, 1, 1));
        all.add(leastSquares(-1, 1, 0));
        all.add(arguments(
                new Scaled(new Hinge(), 0.5, 3),
                formula("3.0 (sum q sign(q - p))", w -> 3 * w.sum((p, q) -> q * Math.signum(q - p))),
                formula("3.0 (2 TV(p, q))", w -> 6 * ClosedForms.totalVariation(w))));
        divergences(all);
        return all.stream();
    }

    private static Arguments leastSquares(double a, double b, double c) {
        return arguments(
                new LeastSquares(a, b, c),
                formula(
                        "sum q ((b - c) p + (a - c) q)^2 / (p + q)^2 / 2",
                        w -> w.sum((p, q) -> q * Math.pow(((b - c) * p + (a - c) * q) / (p + q), 2) / 2)),
                formula(
                        "(b - a) (c - a) KL(p||m) - (b - a)^2 / 8 sum (p - q)^2 / (p + q)" + MIDDLE,
                        w -> (b - a) * (c - a) * w.sum((p, q) -> p * Math.log(2 * p / (p + q)))
                                - (b - a) * (b - a) / 8 * ClosedForms.triangle(w)));
    }

    private static void divergences(List<Arguments> all) {
        Formula kl = formula("KL(p||q)", ClosedForms::kullbackLeibler);
        Formula reverse = formula("KL(q||p)", GeneratorFormulasTest::reverse);
        divergence(
                all,
                new KullbackLeibler(),
                List.of(formula("-1", w -> -1), kl, formula("KL(q||p) - 1", w -> reverse(w) - 1), reverse));
        divergence(
                all,
                new ReverseKullbackLeibler(),
                List.of(
                        formula("1 + KL(q||p)", w -> 1 + reverse(w)),
                        reverse,
                        formula("sum q^2 / p", w -> powers(w, 2, -1)),
                        formula("(sum q^2 / p - 1) / 2", w -> (powers(w, 2, -1) - 1) / 2)));
        divergence(
                all,
                new PearsonChiSquare(),
                List.of(
                        formula("1 - sum p^2 / q", w -> 1 - powers(w, -1, 2)),
                        formula("sum (p - q)^2 / q", w -> powers(w, -1, 2) - 1),
                        formula("0", w -> 0),
                        formula("2 KL(p||q)", w -> 2 * ClosedForms.kullbackLeibler(w))));
        divergence(
                all,
                new NeymanChiSquare(),
                List.of(
                        formula("2 sum (p - q)^2 / p", w -> 2 * (powers(w, 2, -1) - 1)),
                        formula("sum (p - q)^2 / p", w -> powers(w, 2, -1) - 1),
                        formula("sum q^3 / p^2 - 1", w -> powers(w, 3, -2) - 1),
                        formula("(sum q^3 / p^2 - 1) / 3", w -> (powers(w, 3, -2) - 1) / 3)));
        divergence(
                all,
                new SquaredHellinger(),
                List.of(
                        formula("1 - sum sqrt(p q)", w -> 1 - powers(w, 0.5, 0.5)),
                        formula("sum (sqrt p - sqrt q)^2", w -> 2 - 2 * powers(w, 0.5, 0.5)),
                        formula("sum q^(3/2) / p^(1/2) - 1", w -> powers(w, 1.5, -0.5) - 1),
                        formula("2/3 (sum q^(3/2) / p^(1/2) - 1)", w -> 2 * (powers(w, 1.5, -0.5) - 1) / 3)));
        cross(all);
        divergence(
                all,
                new Jeffrey(),
                List.of(
                        reverse,
                        formula("KL(p||q) + KL(q||p)", w -> ClosedForms.kullbackLeibler(w) + reverse(w)),
                        formula("KL(q||p) - 1 + sum q^2 / p", w -> reverse(w) - 1 + powers(w, 2, -1)),
                        formula("KL(q||p) + (sum q^2 / p - 1) / 2", w -> reverse(w) + (powers(w, 2, -1) - 1) / 2)));
        alpha(all, 0.7);
        alpha(all, -1.5);
        alpha(all, 2.5);
        alpha(all, 2);
        Formula value = formula("sum q sign(q - p) / 2", w -> w.sum((p, q) -> q * Math.signum(q - p)) / 2);
        Formula total = formula("TV(p, q)", ClosedForms::totalVariation);
        divergence(all, new TotalVariation(), List.of(value, total, value, total));
    }

    private static void cross(List<Arguments> all) {
        divergence(
                all,
                new JensenShannon(),
                List.of(
                        fakeMiddle("KL(q||m) / 2", 0.5, 0),
                        formula("JSD(p, q)", w -> ClosedForms.twiceJensenShannon(w) / 2),
                        formula("(KL(q||p) - KL(q||m)) / 2" + MIDDLE, w -> (reverse(w) - fakeMiddle(w)) / 2),
                        formula(
                                "KL(q||p) / 2 - JSD(p, q)",
                                w -> (reverse(w) - ClosedForms.twiceJensenShannon(w)) / 2)));
        divergence(
                all,
                new GanDivergence(),
                List.of(
                        fakeMiddle("KL(q||m) - log 2", 1, -Math.log(2)),
                        formula("2 JSD(p, q)", ClosedForms::twiceJensenShannon),
                        reverseLessMiddle("log 2", Math.log(2)),
                        formula("KL(q||p) - 2 JSD(p, q)", w -> reverse(w) - ClosedForms.twiceJensenShannon(w))));
    }

    private static void alpha(List<Arguments> all, double a) {
        divergence(
                all,
                new AlphaDivergence(a),
                List.of(
                        formula("(1 - sum p^alpha q^(1 - alpha)) / alpha", w -> (1 - powers(w, 1 - a, a)) / a),
                        formula(
                                "(sum p^alpha q^(1 - alpha) - 1) / (alpha (alpha - 1))",
                                w -> (powers(w, 1 - a, a) - 1) / (a * (a - 1))),
                        formula(
                                "(1 - sum q^(2 - alpha) p^(alpha - 1)) / (alpha - 1)",
                                w -> (1 - powers(w, 2 - a, a - 1)) / (a - 1)),
                        a == 2
                                ? formula("KL(p||q)", ClosedForms::kullbackLeibler)
                                : formula(
                                        "(sum q^(2 - alpha) p^(alpha - 1) - 1) / ((alpha - 1) (alpha - 2))",
                                        w -> (powers(w, 2 - a, a - 1) - 1) / ((a - 1) * (a - 2)))));
    }

    /** Formulas: V and F of the saturating, V and F of the alternative generator. They are the same for both forms. */
    private static void divergence(List<Arguments> all, FDivergence divergence, List<Formula> formulas) {
        for (Form form : Form.values()) {
            boolean known = form == Form.NOWOZIN ? divergence.nowozinForm().isPresent() : divergence.strictlyConvex();
            if (known) {
                all.add(arguments(
                        new FDivergenceLoss(divergence, form, GeneratorSide.SATURATING),
                        formulas.get(0),
                        formulas.get(1)));
                all.add(arguments(
                        new FDivergenceLoss(divergence, form, GeneratorSide.ALTERNATIVE),
                        formulas.get(2),
                        formulas.get(3)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void areWhatTheLossComputes(AdversarialLoss loss, Formula value, Formula followed) {
        LossProperties.Optimum stated = loss.facts().optimum();
        assertThat(stated.divergence()).isEqualTo(value.text());
        assertThat(stated.followed()).isEqualTo(followed.text());
        FiniteWorld world = FiniteWorld.of(P, Q);
        assertThat(OptimalDiscriminator.of(loss, world).generatorLoss())
                .as("V(q)")
                .isCloseTo(value.value().applyAsDouble(WORLD), within(1e-9));
        assertThat(InducedDivergence.of(loss).orElseThrow().at(world))
                .as("F(q)")
                .isCloseTo(followed.value().applyAsDouble(WORLD), within(1e-6));
    }

    /** For f = (u - 1)^2 / (u + 1): f(1) = 0, so a saturating generator follows the divergence itself. */
    @Test
    void aDivergenceThatStatesNothingHasTheFormulasOfEveryF() {
        FDivergence leCam = new FDivergenceTest.LeCam();
        LossProperties.Optimum saturating = FDivergenceLoss.of(leCam).facts().optimum();
        assertThat(saturating.divergence()).isEqualTo("sum q f(p/q) - sum p f'(p/q)");
        assertThat(saturating.followed()).isEqualTo("sum q f(p/q) - f(1)");
        assertThat(InducedDivergence.of(FDivergenceLoss.of(leCam)).orElseThrow().at(FiniteWorld.of(P, Q)))
                .isCloseTo(ClosedForms.triangle(WORLD), within(1e-6));
        LossProperties.Optimum alternative = new FDivergenceLoss(leCam, Form.DENSITY_RATIO, GeneratorSide.ALTERNATIVE)
                .facts()
                .optimum();
        assertThat(alternative.divergence()).isEqualTo("-sum q f'(p/q)");
        assertThat(alternative.followed()).isEqualTo("sum p h(q/p) with h'(t) = -f'(1/t), h(1) = 0");
    }

    private static Formula formula(String text, ToDoubleFunction<World> value) {
        return new Formula(text, value);
    }

    private static Formula fakeMiddle(String text, double factor, double constant) {
        return formula(text + MIDDLE, w -> factor * fakeMiddle(w) + constant);
    }

    private static Formula reverseLessMiddle(String text, double constant) {
        return formula("KL(q||p) - KL(q||m) + " + text + MIDDLE, w -> reverse(w) - fakeMiddle(w) + constant);
    }

    /** KL(q||m) with m the mean of p and q. */
    private static double fakeMiddle(World world) {
        return world.sum((p, q) -> q * Math.log(2 * q / (p + q)));
    }

    private static double reverse(World world) {
        return world.sum((p, q) -> q * Math.log(q / p));
    }

    private static double squaredLog(World world) {
        return world.sum((p, q) -> q * Math.pow(Math.log(q / p), 2));
    }

    /** The sum of q^a p^b. */
    private static double powers(World world, double a, double b) {
        return world.sum((p, q) -> Math.pow(q, a) * Math.pow(p, b));
    }
}
