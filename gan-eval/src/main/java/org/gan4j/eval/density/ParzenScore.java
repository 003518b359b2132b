package org.gan4j.eval.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;

/**
 * The Parzen-window log-likelihood of test points, with the width chosen on validation points.
 *
 * @param logLikelihood mean log density of the test points in nats
 * @param standardError their sample deviation over the square root of their number
 * @param sigma the width with the highest mean log density of the validation points; the narrowest of equals
 * @param validationLogLikelihood that mean
 * @param widths the grid
 * @param atEdge whether sigma is the narrowest or widest of several widths, so that a better one may lie outside
 * @param centres number of centres
 * @param validationPoints number of points by which sigma was chosen
 * @param testPoints number of points of the mean
 */
public record ParzenScore(
        double logLikelihood,
        double standardError,
        double sigma,
        double validationLogLikelihood,
        List<Double> widths,
        boolean atEdge,
        int centres,
        int validationPoints,
        int testPoints) {

    /**
     * Chooses the width and scores the test points: one pass of products each.
     *
     * @param centres [n, ...]
     * @param validation [v, ...], used for nothing but the choice
     * @param test [t, ...], t at least 2
     * @param widths from the narrowest to the widest
     */
    public static ParzenScore of(Tensor centres, Tensor validation, Tensor test, double... widths) {
        return of(ParzenWindow.at(centres), validation, test, widths);
    }

    /** Chooses the width of a window and scores the test points. */
    static ParzenScore of(ParzenWindow window, Tensor validation, Tensor test, double... widths) {
        double[][] validated = window.logDensity(validation, widths);
        int best = 0;
        for (int i = 1; i < widths.length; i++) {
            best = StatUtils.mean(validated[i]) > StatUtils.mean(validated[best]) ? i : best;
        }
        double[] tested = window.logDensity(test, widths[best])[0];
        if (tested.length < 2) {
            throw new IllegalArgumentException(
                    "a standard error needs at least 2 test points, but there are " + tested.length);
        }
        List<Double> grid = new ArrayList<>();
        for (double width : widths) {
            grid.add(width);
        }
        return new ParzenScore(
                StatUtils.mean(tested),
                Math.sqrt(StatUtils.variance(tested) / tested.length),
                widths[best],
                StatUtils.mean(validated[best]),
                grid,
                widths.length > 1 && (best == 0 || best == widths.length - 1),
                window.count(),
                validated[best].length,
                tested.length);
    }

    /**
     * The score as an estimate with everything that must be printed with it.
     *
     * @param grid where the widths came from
     * @param splits which rows of which data were used, in words
     */
    public Estimate toEstimate(SigmaGrid grid, String splits) {
        Estimate estimate = Estimate.of(Parzen.LOG_LIKELIHOOD, logLikelihood)
                .plusMinus(standardError)
                .withParameter("sigma", sigma)
                .withParameter("grid", grid.toString())
                .withParameter("gridWidths", widths)
                .withParameter("splits", splits)
                .withParameter("validationLogLikelihood", validationLogLikelihood)
                .withSize("samples", centres)
                .withSize("validation", validationPoints)
                .withSize("test", testPoints);
        if (!atEdge) {
            return estimate;
        }
        String end = sigma == widths.get(0) ? "narrowest" : "widest";
        return estimate.withWarning("The chosen sigma " + String.format(Locale.ROOT, "%.4g", sigma) + " is the " + end
                + " of the grid " + grid + ": a better one may lie outside. Widen the grid.");
    }
}
