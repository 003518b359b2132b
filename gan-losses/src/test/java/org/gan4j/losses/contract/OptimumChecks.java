package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.contract.Batches.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.gan.AdversarialLoss;
import org.gan4j.core.gan.finite.FiniteWorld;
import org.gan4j.core.gan.finite.OptimalDiscriminator;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;

/** Checks of the best discriminator of finite worlds, in float64. */
final class OptimumChecks {
    private static final double VALUE = 1e-9;
    private static final double MAXIMISER = 1e-7;
    private static final double[] MOVES = {-0.5, -0.01, 0.02, 0.7};

    private OptimumChecks() {}

    /** The best scores, found with the gradient of the loss's own code, against the closed form. */
    static void closedForm(LossCase loss, Deviations deviations) {
        if (loss.value().isEmpty()) {
            assertThat(loss.noClosedForm())
                    .as("%s: the closed form of its optimum, or the reason why there is none", loss.name())
                    .isNotBlank();
            assertThat(loss.optimum())
                    .as("%s: best scores without a value", loss.name())
                    .isEmpty();
        }
        for (World world : worlds()) {
            OptimalDiscriminator found = OptimalDiscriminator.of(loss.loss(), world.finite());
            loss.value().ifPresent(value -> value(loss, world, value, found, deviations));
            loss.optimum().ifPresent(optimum -> maximiser(loss, world, optimum, found, deviations));
            if (loss.loss().facts().use().needsLipschitz()) {
                assertThat(found.isUnbounded())
                        .as("%s falls without end unless something bounds the discriminator's slope", loss.name())
                        .isTrue();
            }
            if (!found.isUnbounded()) {
                cannotBeImproved(loss, world, found);
            }
        }
    }

    private static void value(
            LossCase loss,
            World world,
            ToDoubleFunction<World> closedForm,
            OptimalDiscriminator found,
            Deviations deviations) {
        double expected = closedForm.applyAsDouble(world);
        double distance = Math.abs(found.value() - expected);
        assertThat(distance)
                .as("%s, least value %s, by closed form %s, on %s", loss.name(), found.value(), expected, world)
                .isLessThanOrEqualTo(VALUE);
        deviations.record("value", distance);
    }

    private static void maximiser(
            LossCase loss,
            World world,
            Function<World, double[]> closedForm,
            OptimalDiscriminator found,
            Deviations deviations) {
        double[] expected = closedForm.apply(world);
        double[] actual = found.scores();
        boolean shifts = loss.loss().facts().symmetry().shiftInvariant();
        double shift = shifts ? mean(actual) - mean(expected) : 0;
        for (int i = 0; i < world.size(); i++) {
            double distance = actual[i] == expected[i] ? 0 : Math.abs(actual[i] - shift - expected[i]);
            assertThat(distance)
                    .as(
                            "%s, best scores %s, by closed form %s, on %s",
                            loss.name(), Arrays.toString(actual), Arrays.toString(expected), world)
                    .isLessThanOrEqualTo(MAXIMISER);
            deviations.record("maximiser", distance);
        }
    }

    private static void cannotBeImproved(LossCase loss, World world, OptimalDiscriminator found) {
        double[] best = found.tensor().toDoubles();
        for (int i = 0; i < world.size(); i++) {
            for (double move : MOVES) {
                double[] moved = best.clone();
                moved[i] += move;
                assertThat(value(loss.loss(), world, moved))
                        .as("%s, loss beside its best scores on %s", loss.name(), world)
                        .isGreaterThanOrEqualTo(found.value() - 1e-12);
            }
        }
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    static List<World> worlds() {
        List<World> worlds = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            worlds.add(World.random(seed, 2));
            worlds.add(World.random(seed, 5));
            worlds.add(World.random(seed, 11));
        }
        return worlds;
    }

    static double value(AdversarialLoss loss, World world, double[] scores) {
        return world.finite().discriminatorLoss(loss, scores);
    }

    static double[] gradient(AdversarialLoss loss, World world, double[] scores) {
        Tensor tracked = column(scores).tracked();
        FiniteWorld finite = world.finite();
        return Gradients.of(finite.discriminatorLoss(loss, tracked), List.of(tracked))
                .get(0)
                .toDoubles();
    }
}
