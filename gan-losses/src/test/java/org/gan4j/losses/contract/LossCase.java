package org.gan4j.losses.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.gan4j.core.gan.AdversarialLoss;

/**
 * A loss and what is known of it independently of its code.
 *
 * @param name what reports call it
 * @param loss the loss with settings that tell its terms apart
 * @param golden at least two sets of scores with the values of both sides
 * @param optimum the best scores of a finite world, one per point; infinite where the optimum is a limit; up to one
 *     number added to all of them if the loss declares itself shift invariant
 * @param value the discriminator's loss at the best scores
 * @param noClosedForm why there is no {@code value}; empty if there is one
 */
public record LossCase(
        String name,
        AdversarialLoss loss,
        List<Golden> golden,
        Optional<Function<World, double[]>> optimum,
        Optional<ToDoubleFunction<World>> value,
        String noClosedForm) {

    /** Returns a loss of which nothing is known yet; it does not pass before there are two golden rows and an optimum. */
    public static LossCase of(String name, AdversarialLoss loss) {
        return new LossCase(name, loss, List.of(), Optional.empty(), Optional.empty(), "");
    }

    /** Returns this case with the values of both sides at a set of scores, computed outside of the loss's code. */
    public LossCase golden(double[] real, double[] fake, double discriminator, double generator) {
        List<Golden> rows = new ArrayList<>(golden);
        rows.add(new Golden(real.clone(), fake.clone(), discriminator, generator));
        return new LossCase(name, loss, Collections.unmodifiableList(rows), optimum, value, noClosedForm);
    }

    /** Returns this case with the best scores of a finite world; a limit is written as an infinity. */
    public LossCase optimum(Function<World, double[]> scores) {
        return new LossCase(name, loss, golden, Optional.of(scores), value, noClosedForm);
    }

    /** Returns this case with the discriminator's loss at the best scores of a finite world. */
    public LossCase value(ToDoubleFunction<World> atOptimum) {
        return new LossCase(name, loss, golden, optimum, Optional.of(atOptimum), noClosedForm);
    }

    /** Returns this case with the reason why the optimum on a finite world has no closed form. */
    public LossCase noClosedForm(String why) {
        return new LossCase(name, loss, golden, optimum, value, why);
    }
}
