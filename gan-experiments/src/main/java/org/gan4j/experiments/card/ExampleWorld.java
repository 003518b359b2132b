package org.gan4j.experiments.card;

import org.gan4j.core.gan.finite.FiniteWorld;

/** The world of three points on which cards compute divergences: density ratios 5/2, 3/2 and 1/3. */
final class ExampleWorld {
    private ExampleWorld() {}

    static FiniteWorld world() {
        return FiniteWorld.of(new double[] {0.5, 0.3, 0.2}, new double[] {0.2, 0.2, 0.6});
    }
}
