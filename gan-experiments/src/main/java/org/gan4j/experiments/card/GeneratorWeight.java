package org.gan4j.experiments.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.Scores;
import org.gan4j.core.gan.finite.ScoreTerms;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Shape;
import org.gan4j.core.tensor.Tensor;

/**
 * How much a fake sample counts in the generator's gradient, |l_G'(s)|, as a function of its score.
 *
 * @param weights the weight at some scores
 * @param share the weight at score -20 as a share of the largest weight at scores of -20 to 0
 * @param saturates whether that share is below 1/1000: samples that are found out hardly count
 * @param note how the weight of a loss that compares scores is meant; empty for others
 */
public record GeneratorWeight(List<AtScore> weights, double share, boolean saturates, String note) {
    private static final double[] SCORES = {-8, -4, -2, -1, 0, 1, 2, 4, 8};
    private static final double FOUND_OUT = -20;
    private static final int STEPS = 80;
    private static final double NEGLIGIBLE = 1e-3;
    private static final String SLICE = "of one fake sample beside one real sample of score 0";

    /**
     * The weight at one score.
     *
     * @param score of the fake sample
     * @param weight |l_G'(score)|
     */
    public record AtScore(double score, double weight) {}

    static GeneratorWeight of(AdversarialLoss loss) {
        double[] few = at(loss, SCORES);
        List<AtScore> weights = new ArrayList<>();
        for (int i = 0; i < few.length; i++) {
            weights.add(new AtScore(SCORES[i], few[i]));
        }
        double[] range = at(loss, EvenlySpaced.between(FOUND_OUT, 0, STEPS));
        double largest = 0;
        for (double weight : range) {
            largest = Math.max(largest, weight);
        }
        double share = largest == 0 ? 0 : range[0] / largest;
        return new GeneratorWeight(
                weights, share, share < NEGLIGIBLE, ScoreTerms.of(loss).isPresent() ? "" : SLICE);
    }

    /** Returns the weights at these scores. */
    static double[] at(AdversarialLoss loss, double... scores) {
        Optional<ScoreTerms> terms = ScoreTerms.of(loss);
        double[] slopes = terms.isPresent() ? terms.get().generator().slopes(scores) : slice(loss, scores);
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = Math.abs(slopes[i]);
        }
        return slopes;
    }

    @SuppressWarnings("try") // a scope is there to be closed
    private static double[] slice(AdversarialLoss loss, double... scores) {
        double[] slopes = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            try (Scope scope = Scope.open()) {
                Tensor fake = Tensor.of(Shape.of(1, 1), scores[i]).tracked();
                Scores real = Scores.of(Tensor.of(Shape.of(1, 1), 0.0));
                slopes[i] = Gradients.of(loss.generatorLoss(real, Scores.of(fake)), List.of(fake))
                        .get(0)
                        .item();
            }
        }
        return slopes;
    }
}
