package org.gan4j.experiments.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.finite.InducedDivergence;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.core.gan.finite.ScoreTerms;
import org.gan4j.experiments.plot.Color;
import org.gan4j.experiments.plot.Figure;
import org.gan4j.experiments.plot.LineChart;
import org.gan4j.experiments.plot.Plot;
import org.gan4j.experiments.plot.Range;
import org.gan4j.experiments.plot.Series;

/**
 * A loss as curves: its terms over the score, the best score over the log density ratio, the weight of a fake sample in
 * the generator's gradient over its score, and h of the divergence that the generator follows. A loss that compares
 * scores has the third only.
 */
public final class LossFigure {
    private static final double WIDEST = 6;
    private static final int STEPS = 240;
    private static final double TALLEST = 8;
    private static final int PANEL_WIDTH = 560;
    private static final int PANEL_HEIGHT = 400;

    private final AdversarialLoss loss;
    private final double[] scores = EvenlySpaced.between(-WIDEST, WIDEST, STEPS);

    private LossFigure(AdversarialLoss loss) {
        this.loss = loss;
    }

    /** Returns the curves of a loss as a PNG. */
    public static byte[] png(String name, AdversarialLoss loss) {
        LossFigure figure = new LossFigure(loss);
        List<Plot> plots = new ArrayList<>();
        Optional<ScoreTerms> terms = ScoreTerms.of(loss);
        terms.ifPresent(found -> plots.add(figure.terms(found)));
        figure.best().ifPresent(plots::add);
        plots.add(figure.weight());
        InducedDivergence.of(loss).map(figure::followed).ifPresent(plots::add);
        return new Figure(name, 2, plots).pngOfPanels(PANEL_WIDTH, PANEL_HEIGHT);
    }

    private Plot terms(ScoreTerms terms) {
        return chart(
                "terms of one sample",
                "score",
                "loss",
                new Series("D, real", scores, terms.real().values(scores), Series.Style.SOLID, Color.BLUE),
                new Series("D, fake", scores, terms.fake().values(scores), Series.Style.DASHED, Color.VERMILION),
                new Series("G, fake", scores, terms.generator().values(scores), Series.Style.DOTTED, Color.ORANGE));
    }

    private Optional<Plot> best() {
        double[] ratios = Arrays.stream(scores).map(Math::exp).toArray();
        return OptimalDiscriminator.atRatios(loss, ratios).map(this::best);
    }

    /** Returns the curve of the best score; infinite ones are drawn at the height of the largest scores shown. */
    private Plot best(double... found) {
        boolean endless = Arrays.stream(found).anyMatch(score -> Double.isInfinite(score));
        double[] shown = map(found, score -> Double.isInfinite(score) ? Math.signum(score) * WIDEST : score);
        String title = endless ? "best score of a point (infinite ones at 6)" : "best score of a point";
        return chart(title, "log(p/q)", "score", Series.line("", scores, shown, Color.BLUE));
    }

    private Plot weight() {
        double[] weights = GeneratorWeight.at(loss, scores);
        double largest =
                Arrays.stream(weights).filter(weight -> weight <= TALLEST).max().orElse(1);
        Series curve = Series.line("", scores, weights, Color.ORANGE);
        LineChart chart = chart("weight of a fake sample in G's gradient", "score", "weight", curve);
        return chart.within(chart.xRange().orElseThrow(), new Range(0, largest > 0 ? 1.05 * largest : 1));
    }

    private Plot followed(InducedDivergence divergence) {
        double[] ratios = EvenlySpaced.between(0, 4, STEPS / 2);
        return chart(
                "h of F(q) = sum p h(q/p)", "q/p", "h", Series.line("", ratios, divergence.h(ratios), Color.PURPLE));
    }

    /** Returns a chart that leaves out what lies far from 0, so that exponentials do not flatten the rest. */
    private static LineChart chart(String title, String x, String y, Series... series) {
        Series[] cut = new Series[series.length];
        for (int i = 0; i < series.length; i++) {
            Series whole = series[i];
            double[] values = map(whole.y(), value -> Math.abs(value) <= TALLEST ? value : Double.NaN);
            cut[i] = new Series(whole.name(), whole.x(), values, whole.style(), whole.color());
        }
        LineChart chart = LineChart.of(title, x, y, cut);
        Range across = Range.of(Arrays.stream(series[0].x()));
        Range up = Range.of(Arrays.stream(cut).flatMapToDouble(one -> Arrays.stream(one.y())));
        return chart.within(across, up);
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }
}
