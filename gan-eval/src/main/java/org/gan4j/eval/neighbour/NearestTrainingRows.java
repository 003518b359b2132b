package org.gan4j.eval.neighbour;

import java.util.ArrayList;
import java.util.List;
import org.gan4j.core.config.About;
import org.gan4j.core.config.Require;
import org.gan4j.core.data.Dataset;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;
import org.gan4j.eval.Estimate;
import org.gan4j.eval.Evaluator;
import org.gan4j.eval.SampleContext;
import org.gan4j.eval.Uncertainty;

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
    private static final String DISTANCE = "nearest-distance";

    /** Checks the numbers. */
    public NearestTrainingRows {
        Require.that(samples >= 1, "samples", samples, "at least 1");
        Require.that(reference >= 1, "reference", reference, "at least 1");
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
        NearestNeighbourClassifier judge =
                NearestNeighbourClassifier.of(NearestNeighbourClassifier.first(data.train(), reference));
        List<Estimate> estimates = new ArrayList<>();
        try (Scope scope = Scope.open()) {
            NearestNeighbourClassifier.Result found = judge.classify(context.generate(samples, NAME));
            int[] train = counts(NearestNeighbourClassifier.labels(data.train()), classes);
            estimates.addAll(labels(counts(found.labels(), classes), train));
            estimates.add(distance(
                    DISTANCE, found.distances(), Uncertainty.Kind.STANDARD_ERROR_OVER_GENERATED_SAMPLES, "samples"));
            Tensor test =
                    data.test().range(0, Math.min(samples, data.test().size())).values();
            estimates.add(distance(
                    DISTANCE + "-of-test-rows",
                    judge.classify(test).distances(),
                    Uncertainty.Kind.STANDARD_ERROR_OVER_TEST_POINTS,
                    "test"));
        }
        return estimates.stream()
                .map(estimate -> estimate.withSize("reference", judge.size()))
                .toList();
    }

    private static int[] counts(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    private List<Estimate> labels(int[] found, int[] train) {
        double divergence = 0;
        int captured = 0;
        int present = 0;
        long rows = 0;
        for (int count : train) {
            rows += count;
            present += count > 0 ? 1 : 0;
        }
        for (int k = 0; k < found.length; k++) {
            if (found[k] > 0) {
                captured++;
                double share = (double) found[k] / samples;
                divergence += share * Math.log(share * rows / train[k]);
            }
        }
        return List.of(
                Estimate.of("labels-captured", captured)
                        .withParameter("labels", present)
                        .withSize("samples", samples),
                Estimate.of("label-kl", Math.max(0, divergence))
                        .withParameter("unit", "nats")
                        .withParameter("floor", (present - 1) / (2.0 * samples))
                        .withSize("samples", samples));
    }

    private static Estimate distance(String name, double[] distances, Uncertainty.Kind kind, String size) {
        double mean = 0;
        for (double distance : distances) {
            mean += distance / distances.length;
        }
        double squares = 0;
        for (double distance : distances) {
            squares += (distance - mean) * (distance - mean);
        }
        Estimate estimate = Estimate.of(name, mean).withSize(size, distances.length);
        return distances.length < 2
                ? estimate
                : estimate.plusMinus(Math.sqrt(squares / (distances.length - 1.0) / distances.length), kind);
    }
}
