package org.gan4j.losses.loss;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gan4j.losses.contract.Deviations;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossCheck;
import org.gan4j.losses.contract.LossChecks;
import org.gan4j.losses.contract.World;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract for settings that have no name of their own: forms of divergences, relativistic losses over other links. */
class OtherSettingsTest {
    /** No search over smooth functions finds it; RelativisticOptimumTest does. */
    private static final String PROGRAMME = "piecewise linear in all scores together: a linear programme";

    @Test
    void everyGoldenValueIsCompared() {
        SortedSet<String> compared = new TreeSet<>(ExpectedLosses.rows().keySet());
        cases().forEach(loss -> compared.add(loss.name()));
        assertThat(compared).isEqualTo(GoldenValues.names());
    }

    private static List<LossCase> cases() {
        List<LossCase> cases = new ArrayList<>(ExpectedDivergences.variants());
        cases.addAll(relativistic());
        cases.add(GoldenValues.of("energy-margin identity", new EnergyMargin(2, EnergyLink.IDENTITY))
                .noClosedForm("scores above 0, which an autoencoder does not give, would have no minimum"));
        return cases;
    }

    @TestFactory
    List<DynamicNode> everySetting() {
        List<DynamicNode> tests = new ArrayList<>();
        for (LossCase loss : cases()) {
            for (LossCheck check : LossChecks.ALL) {
                if (check.equals(LossChecks.OPTIMUM) && loss.noClosedForm().equals(PROGRAMME)) {
                    continue;
                }
                tests.add(DynamicTest.dynamicTest(
                        loss.name() + " " + check.name(), () -> check.body().check(loss, new Deviations())));
            }
        }
        return tests;
    }

    private static List<LossCase> relativistic() {
        LeastSquares targets = new LeastSquares(-0.5, 1.25, 0.75);
        ExpectedDivergences.Row kl = ExpectedDivergences.row("kl");
        return List.of(
                GoldenValues.of("relativistic kl", new Relativistic(FDivergenceLoss.of(kl.divergence())))
                        .optimum(ClosedForms::logDensityRatio)
                        .value(world -> -ClosedForms.pairs(world).sum(kl.summand())),
                GoldenValues.of("relativistic hinge", new Relativistic(new Hinge()))
                        .noClosedForm(PROGRAMME),
                GoldenValues.of("relativistic-average hinge", new RelativisticAverage(new Hinge()))
                        .noClosedForm(PROGRAMME),
                GoldenValues.of("relativistic least-squares", new Relativistic(targets))
                        .optimum(world -> along(world, 1.75 / (2 + ClosedForms.triangle(world))))
                        .value(world -> squares(world, 1.75 / 2, 1, 0.75)),
                GoldenValues.of("relativistic-average least-squares", new RelativisticAverage(LeastSquares.PEARSON))
                        .optimum(world -> along(world, 4 / (2 + 3 * ClosedForms.triangle(world))))
                        .value(world -> squares(world, 1, 3, 0)));
    }

    /** Returns factor (p - q) / (p + q). */
    private static double[] along(World world, double factor) {
        return world.each((p, q) -> factor * (p - q) / (p + q));
    }

    /**
     * With d = sum (p - q)^2 / (p + q), h = (b - a) / 2 and a + b: the least value is h^2 (2 - d) / (2 + k d) + (a + b)^2 /
     * 4, with k = 1 for pairs and 3 for means. For pairs L_D is E_p E_q (s_x - s_y - h)^2 + (a + b)^2 / 4, that is Var_p +
     * Var_q + (E_p s - E_q s - h)^2 + (a + b)^2 / 4; for means the variances count half. Given E_p s - E_q s the variances
     * are least for s = c (p - q) / (p + q), where E_p s - E_q s = c d and Var_p + Var_q = c^2 (d - d^2 / 2); c follows.
     */
    private static double squares(World world, double h, double k, double sum) {
        double d = ClosedForms.triangle(world);
        return h * h * (2 - d) / (2 + k * d) + sum * sum / 4;
    }
}
