package org.gan4j.eval.density;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;
import org.gan4j.core.config.About;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.data.Density;
import org.gan4j.core.data.Split;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Unit;
import org.gan4j.eval.ValidationMeasure;

/**
 * Parzen-window log-likelihood: a Gaussian at each generated sample, its width chosen on validation data, scored on test
 * data.
 *
 * <p>LL(x) = logmeanexp_j(-|x - mu_j|^2 / (2 sigma^2)) - d log(sigma sqrt(2 pi)); the estimate is its mean over the test
 * points in nats, plus or minus std / sqrt(n) over these points. Where the density of the data is exact, the exact mean
 * log density of the same points stands beside it: what the true distribution itself would score.
 *
 * <p>Comparable only at equal numbers of samples, grids and splits, all of which are among the parameters. A model can
 * score higher than the data themselves (see {@link CalibrationLadder}); do not read it as sample quality. Deviations
 * from the paper's code: none.
 *
 * @param samples how many samples are drawn as centres
 * @param validationPoints how many validation rows choose the width: the first ones, all if there are fewer
 * @param testPoints how many test rows are scored: the first ones, all if there are fewer
 * @param grid the widths; where empty, {@link SigmaGrid#forData}
 * @see <a href="https://arxiv.org/abs/1406.2661">Goodfellow et al., 2014, section 5</a>
 * @see <a href="https://arxiv.org/abs/1511.01844">Theis et al., A note on the evaluation of generative models, 2016</a>
 */
@About("Parzen-window log-likelihood in nats: the width is chosen on validation data, the mean taken on test data.")
public record Parzen(int samples, int validationPoints, int testPoints, Optional<SigmaGrid> grid)
        implements Evaluator, ValidationMeasure {

    /** 10 000 samples, the width chosen on 1 000 validation rows, 10 000 test rows. */
    public static final Parzen DEFAULTS = new Parzen(10_000, 1_000, 10_000, Optional.empty());

    static final Measure LOG_LIKELIHOOD = Measure.of(
            "parzen-log-likelihood",
            "Parzen log-likelihood",
            Unit.NATS,
            Direction.HIGHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);
    static final Measure EXACT = Measure.of(
            "exact-log-density",
            "exact log density",
            Unit.NATS,
            Direction.NEITHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);
    private static final int DEVIATION_ROWS = 10_000;

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there are no samples or validation points, or fewer than two test points
     */
    public Parzen {
        if (samples < 1 || validationPoints < 1 || testPoints < 2) {
            throw new IllegalArgumentException("samples and validationPoints must be at least 1 and testPoints 2, got "
                    + samples + ", " + validationPoints + " and " + testPoints);
        }
    }

    @Override
    public List<Measure> measures() {
        return List.of(LOG_LIKELIHOOD, EXACT);
    }

    @Override
    public Optional<String> absent(Measure measure, Dataset dataset) {
        return measure.equals(EXACT) && dataset.density().isEmpty()
                ? Optional.of("the density of " + dataset.name() + " is not known")
                : Optional.empty();
    }

    @Override
    public List<Estimate> evaluate(SampleContext context) {
        Dataset dataset = context.dataset();
        try (Scope scope = Scope.open()) {
            Tensor centres = context.samples(samples);
            context.requireGoingOn();
            Optional<String> reason = context.notFinite(Points.samples(samples));
            if (reason.isEmpty()) {
                return score(ParzenWindow.at(centres, context::requireGoingOn), dataset);
            }
            List<Estimate> estimates = new ArrayList<>();
            estimates.add(Estimate.undefined(LOG_LIKELIHOOD, reason.get()));
            int testRows = Math.min(testPoints, dataset.test().size());
            Tensor test = dataset.test().range(0, testRows).values();
            dataset.density().ifPresent(density -> estimates.add(exact(density, test, splits(dataset))));
            return estimates;
        }
    }

    private String splits(Dataset dataset) {
        return dataset.name() + ": sigma on validation [0, " + validationRows(dataset) + "), mean on test [0, "
                + Math.min(testPoints, dataset.test().size()) + ")";
    }

    /** Returns the mean log density of the validation rows under the best width: what the width is chosen by. */
    @Override
    public double validate(SampleContext context) {
        try (Scope scope = Scope.open()) {
            Tensor centres = context.samples(samples);
            if (!centres.allFinite()) {
                return Double.NaN;
            }
            Dataset dataset = context.dataset();
            Tensor validation =
                    dataset.validation().range(0, validationRows(dataset)).values();
            double best = Double.NEGATIVE_INFINITY;
            for (double[] logs :
                    ParzenWindow.at(centres, context::requireGoingOn).logDensity(validation, widths(dataset))) {
                best = Math.max(best, StatUtils.mean(logs));
            }
            return best;
        }
    }

    @Override
    public String description(Dataset dataset) {
        return "Parzen log-likelihood of validation images [0, " + validationRows(dataset) + ") of " + dataset.name()
                + " under " + samples + " samples";
    }

    private int validationRows(Dataset dataset) {
        return Math.min(validationPoints, dataset.validation().size());
    }

    private double[] widths(Dataset dataset) {
        SigmaGrid chosen = grid.orElseGet(() -> SigmaGrid.forData(dataset));
        return chosen.widths(chosen.unit() == SigmaGrid.Unit.ONE ? 1 : deviation(dataset.train()));
    }

    /**
     * Scores given centres: samples from anywhere, or parts of the data.
     *
     * @param centres [n, ...] with the coordinates of the data; n need not be {@link #samples}
     * @throws IllegalArgumentException if the coordinates do not match
     */
    public List<Estimate> score(Tensor centres, Dataset dataset) {
        return score(ParzenWindow.at(centres), dataset);
    }

    private List<Estimate> score(ParzenWindow window, Dataset dataset) {
        SigmaGrid chosen = grid.orElseGet(() -> SigmaGrid.forData(dataset));
        double unit = chosen.unit() == SigmaGrid.Unit.ONE ? 1 : deviation(dataset.train());
        int validationRows = Math.min(validationPoints, dataset.validation().size());
        int testRows = Math.min(testPoints, dataset.test().size());
        Tensor validation = dataset.validation().range(0, validationRows).values();
        Tensor test = dataset.test().range(0, testRows).values();
        String splits = splits(dataset);
        ParzenScore score = ParzenScore.of(window, validation, test, chosen.widths(unit));
        Estimate estimate = score.toEstimate(chosen, splits);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(chosen.unit() == SigmaGrid.Unit.ONE ? estimate : estimate.withParameter("gridUnit", unit));
        dataset.density().ifPresent(density -> estimates.add(exact(density, test, splits)));
        return estimates;
    }

    static Estimate exact(Density density, Tensor test, String splits) {
        double[] logs = density.logDensity(test);
        return Estimate.of(EXACT, StatUtils.mean(logs))
                .plusMinus(Math.sqrt(StatUtils.variance(logs) / logs.length))
                .withParameter("splits", splits)
                .withSize("test", logs.length);
    }

    /** sqrt(mean over coordinates of the variance), of the first 10 000 rows. */
    static double deviation(Split split) {
        Tensor rows = split.range(0, Math.min(DEVIATION_ROWS, split.size())).values();
        double[] values = rows.toDoubles();
        int count = rows.shape().dim(0);
        int dimension = values.length / count;
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double[] coordinate = new double[count];
            for (int i = 0; i < count; i++) {
                coordinate[i] = values[i * dimension + k];
            }
            sum += StatUtils.populationVariance(coordinate);
        }
        return Math.sqrt(sum / dimension);
    }
}
