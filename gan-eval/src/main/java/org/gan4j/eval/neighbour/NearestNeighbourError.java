package org.gan4j.eval.neighbour;

import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
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
 * How well labelled samples stand in for training data: the error on test rows of a nearest-neighbour classifier whose
 * reference rows are generated.
 *
 * <p>nearest-neighbour-error = 100 / m sum_i [label of the generated sample nearest to test row i != its label], with as many
 * samples of each label. Beside it stands the error with as many training rows. Samples that are sharp but alike, or of
 * another class than was asked for, raise the error. Error is the binomial standard error over test points of one model and
 * one set of samples; parameter {@code wilson95} is Wilson's interval of 95 %.
 *
 * @param samples how many samples are drawn, at least 1; the paper's tables have 50 000 and 10 000 000
 * @param testPoints so many first test rows are classified, or all if there are fewer
 * @see <a href="https://arxiv.org/abs/1511.06434">Radford, Metz and Chintala, Unsupervised representation learning with
 *     deep convolutional generative adversarial networks, 2015, appendix, table 3</a>
 */
@About(
        value =
                "Test error of a nearest-neighbour classifier whose reference rows are a conditional generator's samples.",
        formula = "100 / m sum_i [label of the generated sample nearest to test row i != its label]",
        paper =
                "Radford, Metz and Chintala, Unsupervised representation learning with DCGANs, 2015, https://arxiv.org/abs/1511.06434")
public record NearestNeighbourError(int samples, int testPoints) implements Evaluator {
    /** 10 000 samples, 10 000 test rows. */
    public static final NearestNeighbourError DEFAULTS = new NearestNeighbourError(10_000, 10_000);

    private static final String NAME = "nearest-neighbour-error";
    private static final Measure ERROR = Measure.of(
            NAME, "1-NN test error", Unit.PERCENT, Direction.LOWER, Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);
    private static final Measure OF_TRAINING_ROWS = Measure.of(
            NAME + "-of-training-rows",
            "1-NN error with training rows",
            Unit.PERCENT,
            Direction.NEITHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);

    /** Checks the numbers. */
    public NearestNeighbourError {
        Require.that(samples >= 1, "samples", samples, "at least 1");
        Require.that(testPoints >= 1, "testPoints", testPoints, "at least 1");
    }

    @Override
    public List<Measure> measures() {
        return List.of(ERROR, OF_TRAINING_ROWS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the data have no labels, or samples cannot be asked for by label
     */
    @Override
    public List<Estimate> evaluate(SampleContext context) {
        NearestNeighbourClassifier.classes(context.dataset(), NAME);
        Points drawn = Points.labelledSamples(samples);
        Estimate ofSamples = context.notFinite(drawn)
                .map(reason -> Estimate.undefined(ERROR, reason))
                .orElseGet(() -> error(ERROR, context, drawn));
        Estimate ofRows = error(OF_TRAINING_ROWS, context, Points.train(samples));
        return List.of(
                ofSamples.withFloor(ofRows.value(), NullFloor.Source.SIMULATED, "that of as many training rows"),
                ofRows);
    }

    private Estimate error(Measure measure, SampleContext context, Points reference) {
        Share wrong = SharedNeighbours.recognised(context, Points.test(testPoints), reference)
                .misses();
        return wrong.estimate(measure).withSize("test", wrong.trials()).withSize("reference", context.size(reference));
    }
}
