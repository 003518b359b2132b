package org.gan4j.losses.loss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.gan4j.losses.contract.LossCase;
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

/**
 * What the losses of f-divergences must give: golden values, the best scores of finite worlds, and minus the divergence,
 * each summed from its definition.
 */
final class ExpectedDivergences {
    /**
     * A divergence with what is known of it.
     *
     * @param name its name in golden.csv
     * @param summand of the divergence, as a function of p and q
     * @param nowozin the best score in the form of the f-GAN paper, g(s) = f'(p/q) solved for s by hand
     */
    record Row(String name, FDivergence divergence, DoubleBinaryOperator summand, DoubleBinaryOperator nowozin) {}

    private ExpectedDivergences() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("kl", new KullbackLeibler(), (p, q) -> p * Math.log(p / q), (p, q) -> Math.log(p / q) + 1));
        rows.add(new Row(
                "reverse-kl",
                new ReverseKullbackLeibler(),
                (p, q) -> q * Math.log(q / p),
                ExpectedDivergences::logRatio));
        rows.add(new Row(
                "pearson-chi-square",
                new PearsonChiSquare(),
                (p, q) -> (p - q) * (p - q) / q,
                (p, q) -> 2 * (p / q - 1)));
        rows.add(new Row(
                "neyman-chi-square",
                new NeymanChiSquare(),
                (p, q) -> (p - q) * (p - q) / p,
                (p, q) -> 2 * Math.log(p / q)));
        rows.add(new Row(
                "squared-hellinger",
                new SquaredHellinger(),
                (p, q) -> Math.pow(Math.sqrt(p) - Math.sqrt(q), 2),
                (p, q) -> Math.log(p / q) / 2));
        rows.add(new Row(
                "jensen-shannon",
                new JensenShannon(),
                ExpectedDivergences::jensenShannon,
                ExpectedDivergences::logRatio));
        rows.add(new Row(
                "gan-divergence",
                new GanDivergence(),
                (p, q) -> 2 * jensenShannon(p, q) - Math.log(2) * (p + q),
                ExpectedDivergences::logRatio));
        rows.add(new Row("jeffrey", new Jeffrey(), (p, q) -> (p - q) * Math.log(p / q), ExpectedDivergences::logRatio));
        rows.add(alpha("alpha 0.7", 0.7));
        rows.add(alpha("alpha -1.5", -1.5));
        rows.add(alpha("alpha 2.5", 2.5));
        return Collections.unmodifiableList(rows);
    }

    static Row row(String name) {
        return rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Row alpha(String name, double a) {
        DoubleBinaryOperator nowozin = a > 1
                ? (p, q) -> (Math.pow(p / q, a - 1) - 1) / (a - 1)
                : (p, q) -> -Math.log(Math.expm1(Math.pow(p / q, a - 1) / (1 - a)));
        return new Row(
                name,
                new AlphaDivergence(a),
                (p, q) -> (Math.pow(p, a) * Math.pow(q, 1 - a) - a * p - (1 - a) * q) / (a * (a - 1)),
                nowozin);
    }

    private static double logRatio(double p, double q) {
        return Math.log(p / q);
    }

    private static double jensenShannon(double p, double q) {
        double m = (p + q) / 2;
        return (p * Math.log(p / m) + q * Math.log(q / m)) / 2;
    }

    /** Total variation has one form only, and its best scores are at infinity. */
    static LossCase totalVariation(String name, GeneratorSide side) {
        return GoldenValues.of(name, new FDivergenceLoss(new TotalVariation(), Form.NOWOZIN, side))
                .optimum(world -> world.each((p, q) -> Math.signum(p - q) * Double.POSITIVE_INFINITY))
                .value(world -> -ClosedForms.totalVariation(world));
    }

    /** Returns the case of a divergence in a form and with a side of the generator. */
    static LossCase of(String name, Row row, Form form, GeneratorSide side) {
        DoubleBinaryOperator optimum = form == Form.NOWOZIN ? row.nowozin() : ExpectedDivergences::logRatio;
        return GoldenValues.of(name, new FDivergenceLoss(row.divergence(), form, side))
                .optimum(world -> world.each(optimum))
                .value(world -> -world.sum(row.summand()));
    }

    /** Returns all forms and sides that have no name of their own. */
    static List<LossCase> variants() {
        List<LossCase> cases = new ArrayList<>();
        for (Row row : rows()) {
            cases.add(of(row.name() + " alternative", row, Form.DENSITY_RATIO, GeneratorSide.ALTERNATIVE));
            if (row.divergence().nowozinForm().isPresent()) {
                cases.add(of(row.name() + " nowozin", row, Form.NOWOZIN, GeneratorSide.SATURATING));
                cases.add(of(row.name() + " nowozin alternative", row, Form.NOWOZIN, GeneratorSide.ALTERNATIVE));
            }
            if (row.divergence() instanceof AlphaDivergence) {
                cases.add(of(row.name(), row, Form.DENSITY_RATIO, GeneratorSide.SATURATING));
            }
        }
        cases.add(totalVariation("total-variation alternative", GeneratorSide.ALTERNATIVE));
        return cases;
    }
}
