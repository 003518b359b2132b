package org.example;

import org.gan4j.losses.contract.LossCase;
import org.gan4j.losses.contract.LossContract;

/** Puts the loss through all checks of GAN4J's contract, with values worked out by hand. */
class HingeTest implements LossContract {
    @Override
    public LossCase loss() {
        return LossCase.of("hinge-with-margin", new Hinge(2))
                .golden(new double[] {3, 0.5}, new double[] {-4, 1}, 1.5 / 2 + 3.0 / 2, 1.5)
                .golden(new double[] {-2}, new double[] {0.5, -0.25, 5}, 4 + (2.5 + 1.75 + 7) / 3, -1.75)
                .optimum(world -> world.each((p, q) -> 2 * Math.signum(p - q)))
                .value(world -> world.sum((p, q) -> 4 * Math.min(p, q)));
    }
}
