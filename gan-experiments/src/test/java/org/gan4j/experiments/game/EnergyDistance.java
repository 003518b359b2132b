package org.gan4j.experiments.game;

import org.gan4j.core.data.Dataset;
import org.gan4j.core.random.RandomStream;
import org.gan4j.core.sampling.Sampler;
import org.gan4j.core.tensor.Scope;
import org.gan4j.core.tensor.Tensor;

/** Szekely's energy distance 2 E|x - y| - E|x - x'| - E|y - y'| of 1 000 samples and 1 000 rows of data. */
final class EnergyDistance {
    private EnergyDistance() {}

    static double of(Sampler sampler, Dataset data) {
        try (Scope scope = Scope.open()) {
            Tensor fake = sampler.sample(1_000, RandomStream.of(99)).values();
            Tensor real = data.test().range(0, 1_000).values();
            return 2 * meanDistance(real, fake) - meanDistance(real, real) - meanDistance(fake, fake);
        }
    }

    private static double meanDistance(Tensor a, Tensor b) {
        Tensor squares = a.square()
                .sumKeeping(1)
                .plus(b.square().sumKeeping(1).transpose())
                .minus(a.matmul(b, false, true).times(2));
        return squares.maximum(0).sqrt().mean().item();
    }
}
