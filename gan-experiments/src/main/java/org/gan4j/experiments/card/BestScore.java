package org.gan4j.experiments.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.core.gan.finite.ScoreTerms;

/**
 * The score that minimises the discriminator's loss at a point.
 *
 * @param formula the formula that the loss states; empty if none
 * @param scores the best score at some density ratios, computed from the loss's code; empty where it is not a function of
 *     the ratio
 * @param note why there are no such scores; empty if there are
 */
public record BestScore(String formula, List<AtRatio> scores, String note) {
    static final String UNBOUNDED = "the loss alone has no minimum: what bounds the slope of D decides";
    static final String WHOLE_WORLD =
            "the loss compares scores, so the best score of a point depends on all points, not on p/q there alone";
    private static final double[] RATIOS = {0.1, 0.5, 1, 2, 10};

    /**
     * The best score at one density ratio.
     *
     * @param ratio p/q
     * @param score infinite where the loss only falls towards a limit
     */
    public record AtRatio(double ratio, double score) {}

    static BestScore of(AdversarialLoss loss) {
        String formula = loss.facts().optimum().score();
        Optional<double[]> found = OptimalDiscriminator.atRatios(loss, RATIOS);
        if (found.isEmpty()) {
            return new BestScore(formula, List.of(), ScoreTerms.of(loss).isPresent() ? UNBOUNDED : WHOLE_WORLD);
        }
        List<AtRatio> scores = new ArrayList<>();
        for (int i = 0; i < RATIOS.length; i++) {
            scores.add(new AtRatio(RATIOS[i], found.get()[i]));
        }
        return new BestScore(formula, scores, "");
    }
}
