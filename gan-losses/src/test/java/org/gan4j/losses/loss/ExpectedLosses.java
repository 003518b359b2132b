package org.gan4j.losses.loss;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.loss.FDivergenceLoss.Form;
import org.gan4j.losses.loss.FDivergenceLoss.GeneratorSide;
import org.gan4j.losses.loss.Wasserstein.Variant;
import org.gan4j.losses.loss.divergence.AlphaDivergence;

/** What every named loss must give, computed outside of this code base, and its optimum on finite worlds. */
final class ExpectedLosses {
    private static final SortedMap<String, LossCase> ROWS = new TreeMap<>();

    static {
        crossEntropies();
        margins();
        leastSquares();
        divergences();
        relativistic();
        for (Variant reading : Variant.values()) {
            Wasserstein loss = new Wasserstein(reading);
            row(GoldenValues.of(loss.displayName(), loss)
                    .noClosedForm("without a bound on the critic's slope the loss has no minimum"));
        }
    }

    private ExpectedLosses() {}

    static SortedMap<String, LossCase> rows() {
        return Collections.unmodifiableSortedMap(ROWS);
    }

    private static void row(LossCase loss) {
        if (ROWS.put(loss.name(), loss) != null) {
            throw new IllegalArgumentException("two rows for " + loss.name());
        }
    }

    private static void crossEntropies() {
        crossEntropy("minimax", new Minimax());
        crossEntropy("non-saturating", new NonSaturating());
        crossEntropy("boundary-seeking", new BoundarySeeking());
        row(GoldenValues.of("label-smoothing", new LabelSmoothing(0.8))
                .optimum(world -> world.each((p, q) -> Math.log(0.8 * p / (0.2 * p + q))))
                .value(world -> -world.sum((p, q) ->
                        0.8 * p * Math.log(0.8 * p / (p + q)) + (0.2 * p + q) * Math.log((0.2 * p + q) / (p + q)))));
        row(GoldenValues.of("scaled", new Scaled(new NonSaturating(), 0.5, 3))
                .optimum(ClosedForms::logDensityRatio)
                .value(world -> ClosedForms.crossEntropy(world) / 2));
    }

    private static void crossEntropy(String name, AdversarialLoss loss) {
        row(GoldenValues.of(name, loss).optimum(ClosedForms::logDensityRatio).value(ClosedForms::crossEntropy));
    }

    private static void margins() {
        row(GoldenValues.of("hinge", new Hinge())
                .optimum(world -> world.each((p, q) -> Math.signum(p - q)))
                .value(world -> 2 * (1 - ClosedForms.totalVariation(world))));
        row(GoldenValues.of("energy-margin", new EnergyMargin(1.5, EnergyLink.SOFTPLUS))
                .optimum(world -> world.each((p, q) -> p > q ? Double.POSITIVE_INFINITY : -Math.log(Math.expm1(1.5))))
                .value(world -> 1.5 * (1 - ClosedForms.totalVariation(world))));
    }

    private static void leastSquares() {
        leastSquares("least-squares", new LeastSquares(-0.5, 1.25, 0.75));
        leastSquares("least-squares-0-1", new LeastSquares(0, 1, 1));
        leastSquares("least-squares-pearson", new LeastSquares(-1, 1, 0));
    }

    private static void leastSquares(String name, LeastSquares loss) {
        double a = loss.a();
        double b = loss.b();
        row(GoldenValues.of(name, loss)
                .optimum(world -> world.each((p, q) -> (b * p + a * q) / (p + q)))
                .value(world -> (b - a) * (b - a) / 2 * world.sum((p, q) -> p * q / (p + q))));
    }

    private static void divergences() {
        for (ExpectedDivergences.Row row : ExpectedDivergences.rows()) {
            if (!(row.divergence() instanceof AlphaDivergence)) {
                row(ExpectedDivergences.of(row.name(), row, Form.DENSITY_RATIO, GeneratorSide.SATURATING));
            }
        }
        ExpectedDivergences.Row kl = ExpectedDivergences.row("kl");
        ExpectedDivergences.Row alpha = ExpectedDivergences.row("alpha 0.7");
        row(ExpectedDivergences.of("f-divergence", kl, Form.NOWOZIN, GeneratorSide.ALTERNATIVE));
        row(ExpectedDivergences.of("alpha-divergence", alpha, Form.DENSITY_RATIO, GeneratorSide.SATURATING));
        row(ExpectedDivergences.totalVariation("total-variation", GeneratorSide.SATURATING));
    }

    private static void relativistic() {
        row(GoldenValues.of("relativistic", new Relativistic(new NonSaturating()))
                .optimum(ClosedForms::logDensityRatio)
                .value(world -> ClosedForms.crossEntropy(ClosedForms.pairs(world))));
        row(GoldenValues.of("relativistic-average", new RelativisticAverage(new NonSaturating()))
                .noClosedForm(
                        "each score enters through the means of both sides as well: with A = E_p sigmoid(E_q s - s)"
                                + " and B = E_q sigmoid(s - E_p s) the best scores solve p (sigmoid(E_q s - s) + B) ="
                                + " q (sigmoid(s - E_p s) + A), coupled over all points"));
    }
}
