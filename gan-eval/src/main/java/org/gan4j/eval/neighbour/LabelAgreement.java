package org.gan4j.eval.neighbour;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.Dataset;
import org.gan4j.eval.Direction;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.Measure;
import org.gan4j.eval.NullFloor;
import org.gan4j.eval.Points;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;
import org.gan4j.eval.Unit;

/**
 * How often a conditional generator gives what it was asked for: the share of its samples whose nearest training row has the
 * label that was asked for.
 *
 * <p>label-agreement = 100 / n sum_i [label of the training row nearest to G(z_i, y_i) = y_i], with as many samples of each
 * label. Beside it stands the same for test rows and their own labels: what the judge itself gets right. A generator that
 * gives the plainest image of each class passes it; this is no measure of variety.
 *
 * <p>The uncertainty is the binomial standard error over generated samples of one model, for test rows over test points;
 * parameter {@code wilson95} is Wilson's interval of 95 %.
 *
 * @param samples how many samples are drawn, at least 1
 * @param reference the nearest row is sought among so many first training rows, or all if there are fewer
 */
@About(
        value = "Percent of a conditional generator's samples whose nearest training row has the label asked for.",
        formula = "100 / n sum_i [label of the training row nearest to G(z_i, y_i) = y_i]")
public record LabelAgreement(int samples, int reference) implements Evaluator {
    /** 10 000 samples, 10 000 training rows. */
    public static final LabelAgreement DEFAULTS = new LabelAgreement(10_000, 10_000);

    private static final String NAME = "label-agreement";
    private static final Measure AGREEMENT = Measure.of(
            NAME,
            "1-NN agreement",
            Unit.PERCENT,
            Direction.HIGHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES);
    private static final Measure OF_TEST_ROWS = Measure.of(
            NAME + "-of-test-rows",
            "1-NN agreement of test rows",
            Unit.PERCENT,
            Direction.NEITHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);

    /** Checks the numbers. */
    public LabelAgreement {
        Require.that(samples >= 1, "samples", samples, "at least 1");
        Require.that(reference >= 1, "reference", reference, "at least 1");
    }

    @Override
    public List<Measure> measures() {
        return List.of(AGREEMENT, OF_TEST_ROWS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the data have no labels, or samples cannot be asked for by label
     */
    @Override
    public List<Estimate> evaluate(SampleContext context) {
        Dataset data = context.dataset();
        int classes = NearestNeighbourClassifier.classes(data, NAME);
        int[] asked = NearestNeighbourClassifier.inTurn(samples, classes);
        Points train = Points.train(reference);
        Points drawn = Points.labelledSamples(samples);
        int[] found = SharedNeighbours.labels(context, drawn, train);
        Share own = SharedNeighbours.recognised(context, Points.test(samples), train);
        int rows = context.size(train);
        return List.of(
                context.notFinite(drawn)
                        .map(reason -> Estimate.undefined(AGREEMENT, reason))
                        .orElseGet(() -> Share.ofEqual(asked, found).estimate(AGREEMENT))
                        .withFloor(own.percent(), NullFloor.Source.SIMULATED, "that of test rows")
                        .withParameter("perLabel", perLabel(asked, found, classes))
                        .withSize("samples", samples)
                        .withSize("reference", rows),
                own.estimate(OF_TEST_ROWS).withSize("test", own.trials()).withSize("reference", rows));
    }

    private static List<Double> perLabel(int[] asked, int[] found, int classes) {
        int[] hits = new int[classes];
        int[] all = new int[classes];
        for (int i = 0; i < asked.length; i++) {
            all[asked[i]]++;
            hits[asked[i]] += asked[i] == found[i] ? 1 : 0;
        }
        List<Double> percent = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            percent.add(all[k] == 0 ? 0 : new Share(hits[k], all[k]).percent());
        }
        return percent;
    }
}
