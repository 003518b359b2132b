package org.gan4j.losses.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gan4j.losses.contract.Batches.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gan4j.core.game.AdversarialLoss;
import org.gan4j.core.game.Scores;
import org.gan4j.core.tensor.Gradients;
import org.gan4j.core.tensor.Tensor;

/** Checks of the best discriminator of finite worlds, in float64. */
final class OptimumChecks {
    private static final double VALUE = 1e-9;
    private static final double FAR = 40;

    private OptimumChecks() {}

    /** The discriminator's loss at the closed form of the best scores is the closed form of its value. */
    static void closedForm(LossCase loss, Deviations deviations) {
        if (loss.value().isEmpty()) {
            assertThat(loss.noClosedForm())
                    .as("%s: the closed form of its optimum, or the reason why there is none", loss.name())
                    .isNotBlank();
            return;
        }
        for (World world : worlds()) {
            double expected = loss.value().get().applyAsDouble(world);
            loss.optimum().ifPresent(optimum -> {
                double[] scores = Arrays.stream(optimum.apply(world))
                        .map(score -> Math.max(-FAR, Math.min(FAR, score)))
                        .toArray();
                double distance = Math.abs(value(loss.loss(), world, scores) - expected);
                assertThat(distance)
                        .as(
                                "%s, distance from %s of the loss at the closed form of the best scores on %s",
                                loss.name(), expected, world)
                        .isLessThanOrEqualTo(VALUE);
                deviations.record("value", distance);
            });
        }
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
        return discriminatorLoss(loss, world, column(scores)).item();
    }

    static double[] gradient(AdversarialLoss loss, World world, double[] scores) {
        Tensor tracked = column(scores).tracked();
        return Gradients.of(discriminatorLoss(loss, world, tracked), List.of(tracked))
                .get(0)
                .toDoubles();
    }

    private static Tensor discriminatorLoss(AdversarialLoss loss, World world, Tensor scores) {
        Tensor p = column(world.each((data, generator) -> data));
        Tensor q = column(world.each((data, generator) -> generator));
        return loss.discriminatorLoss(Scores.weighted(scores, p), Scores.weighted(scores, q));
    }
}
