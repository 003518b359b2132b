package org.gan4j.eval.neighbour;

import java.util.List;
import java.util.stream.Stream;
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
 * What samples are nearest to: which classes of the training data they are of, and how far they are from what was trained on.
 *
 * <p>labels-captured = number of labels that the nearest training row of some sample has; label-kl = KL(histogram of these
 * labels || that of the training rows), in nats, about (classes - 1) / (2 n) for a perfect sampler (parameter {@code floor});
 * nearest-distance = mean Euclidean distance to the nearest training row, and the same of test rows beside it. Samples much
 * nearer than test rows are copies or blurred; the judge itself errs on some percent of images of digits.
 *
 * @param samples how many samples are drawn, and test rows read, at least 1
 * @param reference the nearest row is sought among so many first training rows, or all if there are fewer
 */
@About(
        value = "Which labels the training rows nearest to samples have, and how near they are.",
        formula = "labels captured, KL(labels of nearest rows || labels of training rows), mean distance")
public record NearestTrainingRows(int samples, int reference) implements Evaluator {
    /** 2 000 samples, 10 000 training rows. */
    public static final NearestTrainingRows DEFAULTS = new NearestTrainingRows(2_000, 10_000);

    private static final String NAME = "nearest-training-rows";
    private static final Measure CAPTURED =
            Measure.without("labels-captured", "labels", Unit.COUNT, Direction.HIGHER, "labels are counted once");
    private static final Measure DIVERGENCE = Measure.without(
            "label-kl", "KL of labels", Unit.NATS, Direction.LOWER, "it is of one histogram, and biased by its floor");
    private static final Measure DISTANCE = Measure.of(
            "nearest-distance",
            "nearest training row",
            Unit.DATA,
            Direction.TOWARDS_FLOOR,
            Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES);
    private static final Measure OF_TEST_ROWS = Measure.of(
            "nearest-distance-of-test-rows",
            "nearest training row, of test rows",
            Unit.DATA,
            Direction.NEITHER,
            Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS);

    /** Checks the numbers. */
    public NearestTrainingRows {
        Require.that(samples >= 1, "samples", samples, "at least 1");
        Require.that(reference >= 1, "reference", reference, "at least 1");
    }

    @Override
    public List<Measure> measures() {
        return List.of(CAPTURED, DIVERGENCE, DISTANCE, OF_TEST_ROWS);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the data have no labels
     */
    @Override
    public List<Estimate> evaluate(SampleContext context) {
        Dataset data = context.dataset();
        int classes = NearestNeighbourClassifier.classes(data, NAME);
        Points drawn = Points.samples(samples);
        Points train = Points.train(reference);
        Estimate ofTest = distance(
                OF_TEST_ROWS,
                SharedNeighbours.nearest(context, Points.test(samples), train).distances(),
                "test");
        List<Estimate> ofSamples = context.notFinite(drawn)
                .map(reason -> Stream.of(CAPTURED, DIVERGENCE, DISTANCE)
                        .map(measure -> Estimate.undefined(measure, reason))
                        .toList())
                .orElseGet(() -> ofSamples(context, classes, ofTest.value()));
        return Stream.concat(ofSamples.stream(), Stream.of(ofTest))
                .map(estimate -> estimate.withSize("reference", context.size(train)))
                .toList();
    }

    private List<Estimate> ofSamples(SampleContext context, int classes, double ofTest) {
        Points drawn = Points.samples(samples);
        Points train = Points.train(reference);
        int[] found = counts(SharedNeighbours.labels(context, drawn, train), classes);
        int[] whole = counts(NearestNeighbourClassifier.labels(context.dataset().train()), classes);
        return List.of(
                captured(found, whole),
                divergence(found, whole),
                distance(
                                DISTANCE,
                                SharedNeighbours.nearest(context, drawn, train).distances(),
                                "samples")
                        .withFloor(ofTest, NullFloor.Source.SIMULATED, "that of test rows"));
    }

    private static int[] counts(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    private Estimate captured(int[] found, int[] train) {
        int captured = 0;
        int present = 0;
        double expected = 0;
        double rows = sum(train);
        for (int k = 0; k < train.length; k++) {
            captured += found[k] > 0 ? 1 : 0;
            present += train[k] > 0 ? 1 : 0;
            expected += 1 - Math.pow(1 - train[k] / rows, samples);
        }
        return Estimate.of(CAPTURED, captured)
                .withFloor(expected, NullFloor.Source.APPROXIMATED, "sum_k 1 - (1 - p_k)^n")
                .withParameter("labels", present)
                .withSize("samples", samples);
    }

    private Estimate divergence(int[] found, int[] train) {
        double divergence = 0;
        int present = 0;
        double rows = sum(train);
        for (int k = 0; k < train.length; k++) {
            present += train[k] > 0 ? 1 : 0;
            if (found[k] > 0) {
                double share = (double) found[k] / samples;
                divergence += share * Math.log(share * rows / train[k]);
            }
        }
        return Estimate.of(DIVERGENCE, Math.max(0, divergence))
                .withFloor((present - 1) / (2.0 * samples), NullFloor.Source.APPROXIMATED, "(labels - 1) / (2 n)")
                .withSize("samples", samples);
    }

    private static double sum(int[] counts) {
        long sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private static Estimate distance(Measure measure, double[] distances, String size) {
        double mean = 0;
        for (double distance : distances) {
            mean += distance / distances.length;
        }
        double squares = 0;
        for (double distance : distances) {
            squares += (distance - mean) * (distance - mean);
        }
        Estimate estimate = Estimate.of(measure, mean).withSize(size, distances.length);
        return distances.length < 2
                ? estimate
                : estimate.plusMinus(Math.sqrt(squares / (distances.length - 1.0) / distances.length));
    }
}
