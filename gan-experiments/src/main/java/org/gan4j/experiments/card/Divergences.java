package org.gan4j.experiments.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.LossProperties;
import org.gan4j.core.gan.finite.FiniteWorld;
import org.gan4j.core.gan.finite.InducedDivergence;
import org.gan4j.core.gan.finite.OptimalDiscriminator;

/**
 * What the generator reads and what it follows while the discriminator is at its best, on a world of a few points.
 *
 * @param p the data's probabilities
 * @param q the generator's probabilities
 * @param scores the best scores of the points; empty if there are none
 * @param read V(q), the generator's loss at the best scores
 * @param followed F(q), the functional whose gradient the generator follows with the scores held
 * @param compare other divergences of the same world, by name
 */
public record Divergences(
        List<Double> p,
        List<Double> q,
        List<Double> scores,
        Quantity read,
        Quantity followed,
        SortedMap<String, Double> compare) {
    /**
     * A functional of q.
     *
     * @param formula the formula that the loss states; empty if none
     * @param value its value on the world, computed from the loss's code; empty if it cannot be
     * @param note why it cannot be computed; empty if it can
     */
    public record Quantity(String formula, Optional<Double> value, String note) {}

    private static final String NO_DENSITY_RATIO =
            "the loss compares scores, so F depends on the whole world and is no sum of p h(q/p)";

    static Divergences of(AdversarialLoss loss, FiniteWorld world) {
        LossProperties.Optimum stated = loss.facts().optimum();
        double[] scores = {};
        Optional<Double> value = Optional.empty();
        String note = "";
        try {
            OptimalDiscriminator best = OptimalDiscriminator.of(loss, world);
            if (best.isUnbounded()) {
                note = BestScore.UNBOUNDED;
            } else {
                scores = best.scores();
                value = Optional.of(best.generatorLoss());
            }
        } catch (ArithmeticException notFound) {
            note = "the best scores were not found: the loss compares scores and is neither smooth nor convex";
        }
        return new Divergences(
                list(world.p().toDoubles()),
                list(world.q().toDoubles()),
                list(scores),
                new Quantity(stated.divergence(), value, note),
                followed(loss, stated.followed(), note, world),
                others(world));
    }

    private static Quantity followed(AdversarialLoss loss, String formula, String note, FiniteWorld world) {
        Optional<Double> value = InducedDivergence.of(loss).map(divergence -> divergence.at(world));
        String why = note.isEmpty() ? NO_DENSITY_RATIO : note;
        return new Quantity(formula, value, value.isPresent() ? "" : why);
    }

    private static SortedMap<String, Double> others(FiniteWorld world) {
        SortedMap<String, Double> others = new TreeMap<>();
        others.put("JSD(p, q)", world.jensenShannon());
        others.put("KL(p||q)", world.kl());
        others.put("KL(q||p)", world.reverseKl());
        others.put("TV(p, q)", world.totalVariation());
        return others;
    }

    private static List<Double> list(double... values) {
        return new ArrayList<>(DoubleStream.of(values).boxed().toList());
    }
}
