package org.gan4j.experiments.card;

import org.gan4j.core.gan.Penalty;
import org.gan4j.experiments.plot.Color;
import org.gan4j.experiments.plot.LineChart;
import org.gan4j.experiments.plot.Series;

/** A penalty as a curve over the slope of the discriminator. */
public final class PenaltyFigure {
    private static final double STEEPEST = 3;
    private static final int STEPS = 120;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;

    private PenaltyFigure() {}

    /**
     * Returns the curve of a penalty as a PNG.
     *
     * @throws IllegalArgumentException if the penalty cannot be taken on points of the plane
     */
    public static byte[] png(String name, Penalty penalty) {
        double[] slopes = EvenlySpaced.between(0, STEEPEST, STEPS);
        Series curve = Series.line("", slopes, PenaltyCard.at(penalty, slopes), Color.BLUE);
        return LineChart.of(name, "norm of D's gradient", "penalty", curve).png(WIDTH, HEIGHT);
    }
}
