package org.gan4j.core.gan.finite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random worlds with full support. */
final class Worlds {
    private Worlds() {}

    static List<FiniteWorld> random(int count) {
        SplittableRandom random = new SplittableRandom(20);
        List<FiniteWorld> worlds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = 2 + i % 7;
            worlds.add(FiniteWorld.of(distribution(random, size), distribution(random, size)));
        }
        return worlds;
    }

    private static double[] distribution(SplittableRandom random, int size) {
        double[] weights = new double[size];
        Arrays.setAll(weights, i -> -Math.log(1 - random.nextDouble()) + 1e-3);
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
